import { expect, test } from 'vitest';
import type { Instant } from '../../time/instant.ts';
import type { Clock } from '../clocks/clock.ts';
import { moved, recounted } from '../clocks/counting.ts';
import type { Case } from '../model/case.ts';
import { does, logged, moment, monday } from '../testing/town.test-support.ts';

/** Ten o'clock in the town, in November 2026. */
const at = (day: number): Instant => new Date(Date.UTC(2026, 10, day, 2)).toISOString();
const { calendar } = moment(monday);
const promise = (c: Case) => {
  const clock = c.appeals[0]?.promiseClock;
  if (!clock) throw new Error('no promise');
  return clock;
};
const nothing = () => {
  throw new Error('a promise is counted against nothing');
};
const withClock = (c: Case, promiseClock: Clock): Case => ({
  ...c,
  appeals: c.appeals.map((a) => ({ ...a, promiseClock, promisedDueAt: promiseClock.dueAt })),
});

test('a promise is amended before dispatch from when the appeal was received, whatever day it is', () => {
  const amended = does(logged(1, { kind: 'complaint' }), 'agent', 'amend', { kind: 'suggestion' }, at(5));
  const fresh = promise(logged(1, { kind: 'suggestion' }));
  expect(promise(amended)).toMatchObject({ dueAt: fresh.dueAt, originalDueAt: fresh.dueAt, limits: fresh.limits });
  expect(promise(amended).moves).toMatchObject([{ by: 'amendment', at: at(5) }]);
  // A correction of the calendar that changes no day counts the same.
  expect(recounted(promise(amended), calendar, nothing, at(6))).toBe(promise(amended));
});

test('what moved a promise still moves it once it is amended: it stood still, or came with a due of another system', () => {
  const c = logged(1, { kind: 'help' });
  const fresh = promise(logged(1, { kind: 'suggestion' }));
  const paused = withClock(c, moved(promise(c), { by: 'pause', from: at(3), to: at(5) }, calendar));
  const later = promise(does(paused, 'agent', 'amend', { kind: 'suggestion' }, at(5)));
  expect(later).toEqual({
    ...moved(fresh, { by: 'pause', from: at(3), to: at(5) }, calendar),
    moves: [{ by: 'pause', from: at(3), to: at(5) }, expect.objectContaining({ by: 'amendment' })],
  });
  expect(recounted(later, calendar, nothing, at(6))).toBe(later);
  const theirs = { by: 'origin', at: at(2), from: promise(c).dueAt, to: at(27) } as const;
  const imported = withClock(c, moved(promise(c), theirs, calendar));
  expect(promise(does(imported, 'agent', 'amend', { kind: 'suggestion' }, at(5))).dueAt).toBe(at(27));
});

test('a promise that is broken is not mended by a longer limit', () => {
  const late = does(logged(1, { kind: 'help' }), 'agent', 'amend', { kind: 'complaint' }, at(20));
  expect(promise(late)).toEqual(promise(logged(1, { kind: 'help' })));
});
