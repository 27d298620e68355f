import { expect, test } from 'vitest';
import type { ArticleContent } from './article.ts';
import { isCitable, reviewDay } from './validity.ts';

const content = (validFrom: string | null, validUntil: string | null) => ({ validFrom, validUntil }) as ArticleContent;

test.each([
  ['for ever', null, null, true],
  ['from its first day on', '2026-11-02', null, true],
  ['not the day before', '2026-11-03', null, false],
  ['to its last day', null, '2026-11-02', true],
  ['not the day after', null, '2026-11-01', false],
] as const)('told %s', (_, from, until, isTold) => {
  expect(isCitable({ status: 'published', content: content(from, until) }, '2026-11-02')).toBe(isTold);
  expect(isCitable({ status: 'retired', content: content(from, until) }, '2026-11-02')).toBe(false);
});

test.each([
  ['2026-11-02', 6, '2027-05-02'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2026-11-30', 12, '2027-11-30'],
])('vouched for on %s, to be looked through after %i months on %s', (day, months, due) => {
  expect(reviewDay(day, months)).toBe(due);
});
