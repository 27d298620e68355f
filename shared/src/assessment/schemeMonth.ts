import { dateOfDay, dayNumber, type LocalDate } from '../time/localDate.ts';

/**
 * The local days, both inclusive, of an assessment's month `2026-11`: that of the calendar, or with a start day of 19 the
 * 19th of October to the 18th of November.
 */
export function schemeMonth(month: string, startDay: number): { from: LocalDate; to: LocalDate } {
  const first = dayNumber(`${month}-01`);
  if (startDay === 1) return { from: dateOfDay(first), to: dateOfDay(dayNumber(`${monthAfter(month)}-01`) - 1) };
  const before = dateOfDay(first - 1).slice(0, 7);
  return { from: dateOfDay(dayNumber(`${before}-01`) + startDay - 1), to: dateOfDay(first + startDay - 2) };
}

/** The month after a month, across the year. */
const monthAfter = (month: string): string => dateOfDay(dayNumber(`${month}-01`) + 31).slice(0, 7);

/** The assessment's month a local day belongs to. */
export function monthOfDay(day: LocalDate, startDay: number): string {
  const month = day.slice(0, 7);
  return startDay > 1 && Number(day.slice(8)) >= startDay ? monthAfter(month) : month;
}

/** The last so many of an assessment's months, the one of `day` first. */
export function recentMonthsOf(day: LocalDate, startDay: number, count: number): string[] {
  const months = [monthOfDay(day, startDay)];
  while (months.length < count) months.push(dateOfDay(dayNumber(`${months.at(-1)}-01`) - 1).slice(0, 7));
  return months;
}
