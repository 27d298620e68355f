import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play, type Rule, type Verb, weights } from './simulation.model.test-support.ts';

/** `HOTLINE_RUNS=50000` for the long run. */
const runs = Number(process.env['HOTLINE_RUNS'] ?? 5_000);

const verb = fc.oneof(
  ...Object.entries(weights).map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb as Verb) })),
);
const op = fc.record({ verb, who: fc.nat(2), which: fc.nat(3), extra: fc.nat(3) });
const history = fc.array(op, { maxLength: 40, size: 'max' });

test(
  'after any history every client holds what a fresh read would give',
  () => {
    fc.assert(
      fc.property(history, (ops) => {
        expect(play(ops)).toBeNull();
      }),
      { numRuns: runs },
    );
  },
  30_000 + runs,
);

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
      const converges = fc.property(history, (ops) => play(ops, rule) === null);
      const { failed } = fc.check(converges, { numRuns: 200_000, seed: 12345, endOnFailure: true });
      expect(failed).toBe(true);
    },
    60_000,
  );
});
