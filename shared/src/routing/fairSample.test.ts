import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairSample } from './fairSample.ts';

const of = (...labels: string[]) => labels.map((label, i) => ({ label, text: String(i) }));
const texts = (examples: readonly { text: string }[]) => examples.map(({ text }) => text);

test('a rare label keeps all it has, a frequent one its first', () => {
  expect(texts(fairSample(of('a', 'a', 'b', 'a', 'a', 'c'), 4))).toEqual(['0', '1', '2', '5']);
  expect(texts(fairSample(of('a', 'a', 'b'), 10))).toEqual(['0', '1', '2']);
  expect(fairSample(of('a', 'b', 'c'), 2)).toEqual([]);
});

test('no more than asked for, in order, and nobody has more than another that had as many to give', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.integer({ min: 0, max: 60 }), (labels, most) => {
      const sample = fairSample(of(...labels), most);
      expect(sample.length).toBeLessThanOrEqual(most);
      expect(texts(sample)).toEqual(texts(sample).toSorted((a, b) => Number(a) - Number(b)));
      const count = (list: readonly { label: string }[], label: string) => list.filter((e) => e.label === label).length;
      const [given, kept] = [of(...labels), sample];
      for (const one of 'abcd')
        for (const other of 'abcd')
          expect(count(kept, one)).toBeLessThanOrEqual(
            count(given, other) > count(kept, other) ? count(kept, other) : Number.POSITIVE_INFINITY,
          );
      // Nothing is left out for nothing: one more of each that has more would be too many.
      if (sample.length < labels.length)
        expect(
          sample.length + [...'abcd'].filter((one) => count(given, one) > count(kept, one)).length,
        ).toBeGreaterThan(most);
    }),
  );
});
