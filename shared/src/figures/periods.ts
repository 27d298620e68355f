import { dateOfDay, dayNumber, type LocalDate } from '../time/localDate.ts';

/**
 * What counters are kept for: a local day `2026-11-30` or a whole month `M2026-11`, which sorts behind every day. Spans of
 * them are added (`1`) or taken away (`-1`); both ends are included.
 */
export type Span = { readonly sign: 1 | -1; readonly first: string; readonly last: string };

export const monthOf = (day: LocalDate): string => `M${day.slice(0, 7)}`;

export const isOfMonths = (span: Span): boolean => span.first.startsWith('M');

export const endOfMonth = (day: LocalDate): LocalDate => before(startOf(after(`${day.slice(0, 7)}-28`, 4)));

/** Few spans that together are the days `from` to `to`: whole months, and of a month in part its days or all but the rest. */
export function spansOf(from: LocalDate, to: LocalDate): Span[] {
  if (from > to) return [];
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === last) return inMonth(from, to);
  const head = inMonth(from, endOfMonth(from));
  const tail = inMonth(startOf(to), to);
  const between: Span = { sign: 1, first: monthOf(after(endOfMonth(from))), last: monthOf(before(startOf(to))) };
  return [...head, ...(between.first <= between.last ? [between] : []), ...tail];
}

/** The days of one month, or the month without the others where those are fewer. */
function inMonth(from: LocalDate, to: LocalDate): Span[] {
  const [start, end] = [startOf(from), endOfMonth(from)];
  const asked = dayNumber(to) - dayNumber(from) + 1;
  const others = dayNumber(end) - dayNumber(start) + 1 - asked;
  if (asked <= others) return [{ sign: 1, first: from, last: to }];
  return [
    { sign: 1, first: monthOf(from), last: monthOf(from) },
    ...(from > start ? [{ sign: -1, first: start, last: before(from) } as const] : []),
    ...(to < end ? [{ sign: -1, first: after(to), last: end } as const] : []),
  ];
}

const startOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;
const before = (day: LocalDate): LocalDate => dateOfDay(dayNumber(day) - 1);
const after = (day: LocalDate, days = 1): LocalDate => dateOfDay(dayNumber(day) + days);
