import { expect, test } from 'vitest';
import { chosenPreset, periodBefore, periodOf, recentMonths } from './period.ts';

test.each([
  ['a month so far, with the same days before', '2026-03-01', '2026-03-10', '2026-02-01', '2026-02-10'],
  ['a whole month, with the whole one before', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['more days than the month before has', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28'],
  ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['ten days, with the ten before', '2026-03-11', '2026-03-20', '2026-03-01', '2026-03-10'],
])('%s', (_, from, to, beforeFrom, beforeTo) => {
  expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
});

test('on the 30th one of 本月 and 近30天 is lit: the one that was pressed', () => {
  const now = Date.parse('2026-11-30T02:00:00Z');
  const days = periodOf('last30Days', now, 480);
  expect(periodOf('thisMonth', now, 480)).toEqual(days);
  expect([undefined, 'thisMonth', 'last30Days', 'thisYear'].map((p) => chosenPreset(days, p, now, 480))).toEqual([
    'thisMonth',
    'thisMonth',
    'last30Days',
    'thisMonth',
  ]);
  expect(chosenPreset({ from: '2026-11-02', to: '2026-11-03' }, 'thisMonth', now, 480)).toBeUndefined();
});

test('the months on offer go back over the year end', () => {
  expect(recentMonths(3, Date.parse('2026-01-15T02:00:00Z'), 480)).toEqual(['2026-01', '2025-12', '2025-11']);
});
