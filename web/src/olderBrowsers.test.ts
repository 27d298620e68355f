import { expect, test } from 'vitest';
import { additions } from './olderBrowsers.ts';

const values = [3, 1, 2];
const even = (n: number) => n % 2 === 0;
const cases: Record<string, readonly [on: unknown, args: readonly unknown[]][]> = {
  'Array.prototype.at': [
    [values, [0]],
    [values, [-1]],
    [values, [-4]],
    [values, [1.7]],
    [values, []],
  ],
  'String.prototype.at': [
    ['热线', [0]],
    ['热线', [-1]],
    ['热线', [9]],
  ],
  'Array.prototype.findLast': [
    [values, [even]],
    [values, [(n: number) => n > 9]],
    [[], [even]],
  ],
  'Array.prototype.toReversed': [
    [values, []],
    [[], []],
  ],
  'Array.prototype.toSorted': [
    [values, []],
    [values, [(a: number, b: number) => b - a]],
    [['b', undefined, 'a'], []],
  ],
  'Array.prototype.toSpliced': [
    [values, [1, 1]],
    [values, [0, 0, 9, 8]],
    [values, [-1, 1, 7]],
  ],
  'Map.groupBy': [
    [Map, [values, even]],
    [Map, ['热热线', (letter: string) => letter]],
    [Map, [new Set(values), (n: number) => n]],
  ],
  'Object.hasOwn': [
    [Object, [{ a: 1 }, 'a']],
    [Object, [{ a: 1 }, 'toString']],
    [Object, [[1], 'length']],
  ],
};

test.each(Object.keys(additions))('%s does what browsers that have it do', (name) => {
  const addition = additions[name];
  expect(cases[name]?.length).toBeGreaterThan(0);
  for (const [on, args] of cases[name] ?? []) {
    const theirs: unknown = Reflect.get(addition?.on ?? {}, addition?.name ?? '');
    const [own, other] = [addition?.does, theirs].map((does) => Reflect.apply(does as () => unknown, on, args));
    expect(own).toEqual(other);
  }
  expect(values).toEqual([3, 1, 2]);
});
