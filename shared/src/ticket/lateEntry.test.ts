import { expect, test } from 'vitest';
import { lateEntryFlaw } from './lateEntry.ts';

// Monday 2 November 2026, 14:00 in Fuzhou.
const now = '2026-11-02T06:00:00.000Z';

test.each([
  ['this very instant', '2026-11-02T06:00:00.000Z', null],
  ['a millisecond to come', '2026-11-02T06:00:00.001Z', 'receivedInFuture'],
  ['thirty days ago to the millisecond (Saturday 3 October)', '2026-10-03T06:00:00.000Z', null],
  ['a millisecond longer ago', '2026-10-03T05:59:59.999Z', 'receivedTooLongAgo'],
])('entered late at two on Monday, received %s: %s is %s', (_, receivedAt, flaw) => {
  expect(lateEntryFlaw(receivedAt, now)).toBe(flaw);
});
