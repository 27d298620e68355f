import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '../time/localDate.ts';
import { isOfMonths, monthOf, type Span, spansOf } from './periods.ts';

const first = dayNumber('2023-12-01');
const last = dayNumber('2026-03-31');
const days = Array.from({ length: last - first + 1 }, (_, i) => dateOfDay(first + i));
/** How often each day of these years is counted by the spans. */
const counted = (spans: readonly Span[]) =>
  days.map((day) =>
    spans.reduce((sum, span) => {
      const period = isOfMonths(span) ? monthOf(day) : day;
      return period >= span.first && period <= span.last ? sum + span.sign : sum;
    }, 0),
  );

test('the spans of any days count each of them once and no other', () => {
  const range = { min: first, max: last };
  fc.assert(
    fc.property(fc.integer(range), fc.integer(range), (a, b) => {
      const [from, to] = [dateOfDay(Math.min(a, b)), dateOfDay(Math.max(a, b))];
      expect(counted(spansOf(from, to))).toEqual(days.map((day) => (day >= from && day <= to ? 1 : 0)));
    }),
  );
});

test.each<[string, string, Span[]]>([
  ['2026-11-01', '2026-11-30', [{ sign: 1, first: 'M2026-11', last: 'M2026-11' }]],
  ['2026-11-01', '2026-11-09', [{ sign: 1, first: '2026-11-01', last: '2026-11-09' }]],
  [
    '2026-11-01',
    '2026-11-29',
    [
      { sign: 1, first: 'M2026-11', last: 'M2026-11' },
      { sign: -1, first: '2026-11-30', last: '2026-11-30' },
    ],
  ],
  [
    '2025-12-31',
    '2026-03-02',
    [
      { sign: 1, first: '2025-12-31', last: '2025-12-31' },
      { sign: 1, first: 'M2026-01', last: 'M2026-02' },
      { sign: 1, first: '2026-03-01', last: '2026-03-02' },
    ],
  ],
  ['2026-03-02', '2026-03-01', []],
])('%s to %s', (from, to, spans) => {
  expect(spansOf(from, to)).toEqual(spans);
});
