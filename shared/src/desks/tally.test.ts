import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTally } from './tally.ts';
import type { DeskPlaces } from './work.ts';

const instant = fc
  .integer({ min: 0, max: 40 })
  .map((minute) => new Date(Date.UTC(2026, 10, 2, 1, minute)).toISOString());
const places: fc.Arbitrary<DeskPlaces> = fc.record({
  keys: fc.array(fc.constantFrom('handling', 'dispatch.handling', 'request.return', 'order.answered'), {
    maxLength: 4,
  }),
  dueAt: fc.option(instant),
  orderDues: fc.array(instant, { maxLength: 2 }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), places: fc.option(places) }) },
  { weight: 1, arbitrary: fc.record({ now: instant }) },
);

/** Counted again from all that stands. */
function recount(standing: ReadonlyMap<string, DeskPlaces>, now: string): Record<string, number> {
  const counts: Record<string, number> = { overdue: 0 };
  const one = (key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const { keys, dueAt, orderDues } of standing.values()) {
    keys.forEach(one);
    if (dueAt !== null && dueAt <= now) one('overdue');
    for (const due of orderDues) one(due <= now ? 'order.overdue' : 'order.open');
  }
  return counts;
}

test('whatever is put, in whatever order, and however the clock goes, the counts are a recount', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), instant, (steps, end) => {
      const tally = openTally();
      const standing = new Map<string, DeskPlaces>();
      const same = (now: string) => expect(tally.counts(now)).toEqual(recount(standing, now));
      for (const s of steps) {
        if ('now' in s) same(s.now);
        else {
          tally.put(s.id, s.places);
          if (s.places) standing.set(s.id, s.places);
          else standing.delete(s.id);
        }
      }
      same(end);
      const nextAt = tally.nextAt();
      const dues = [...standing.values()].flatMap((p) => [...(p.dueAt ? [p.dueAt] : []), ...p.orderDues]);
      expect(nextAt).toBe(dues.filter((due) => due > end).toSorted()[0] ?? null);
    }),
  );
});
