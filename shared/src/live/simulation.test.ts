import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Op, play, type Rule } from './simulation.model.test-support.ts';

/** `HOTLINE_RUNS=50000` for the long run. */
const runs = Number(process.env['HOTLINE_RUNS'] ?? 5_000);

const often = (times: number, verb: string) => Array.from({ length: times }, () => verb);
const verbs = [
  ...[often(2, 'create'), often(2, 'edit'), often(4, 'move'), often(1, 'begin'), often(1, 'commit')].flat(),
  ...[often(1, 'publish'), often(4, 'connect'), often(1, 'disconnect'), often(4, 'deliver'), often(2, 'lose')].flat(),
  ...[often(1, 'beat'), often(2, 'ask'), often(1, 'serve'), often(4, 'arrive'), often(1, 'cutRetention')].flat(),
  ...[often(1, 'backup'), often(1, 'restore'), often(1, 'changeScope')].flat(),
];
const op: fc.Arbitrary<Op> = fc.record({
  verb: fc.constantFrom(...verbs),
  who: fc.nat(2),
  which: fc.nat(3),
  extra: fc.nat(3),
});
const history = fc.array(op, { maxLength: 40, size: 'max' });

test('after any history every client holds what a fresh read would give', () => {
  fc.assert(
    fc.property(history, (ops) => {
      expect(play(ops)).toBeNull();
    }),
    { numRuns: runs },
  );
}, 120_000);

describe('leave one rule out, and somebody ends up with something else:', () => {
  const rules: readonly [Rule, string][] = [
    ['R1', 'seq is given in commit order'],
    ['R2', 'a frame names the one before it'],
    ['R3', 'a heartbeat names the last frame'],
    ['R4', 'who loses sight of a ticket is told'],
    ['R5', 'a restore changes the epoch'],
    ['R6', 'a change of scope changes the scope version'],
    ['R7', 'a row is taken in only when newer'],
    ['R8', 'a tombstone counts only when not older'],
    ['memory', 'tombstones are remembered against late answers'],
    ['floor', 'answers from before the floor are refused'],
  ];
  test.each(rules)(
    '%s %s',
    (rule) => {
      const found = fc.check(
        fc.property(history, (ops) => play(ops, rule) === null),
        { numRuns: 100_000, seed: 12345, endOnFailure: process.env['HOTLINE_SHRINK'] === undefined },
      );
      console.log(
        rule,
        found.failed,
        found.numRuns,
        found.numShrinks,
        process.env['HOTLINE_SHRINK']
          ? found.counterexample?.[0].map((o: Op) => `${o.verb}(${o.who},${o.which},${o.extra})`).join(' ')
          : '',
      );
      expect(found.failed).toBe(true);
    },
    60_000,
  );
});
