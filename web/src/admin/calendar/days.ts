import type { CalendarData, SpecialDay } from '@hotline/shared/time/calendar/calendarData';
import { dateOfDay, dayNumber, weekday } from '@hotline/shared/time/localDate';

/** What a day of the year view is: read from the calendar, with what is changed but not saved on top. */
export type DayView = {
  date: string;
  kind: 'work' | 'weekend' | 'off' | 'make' | 'half';
  special: SpecialDay | null;
  edited: boolean;
};
/** Changes by date; null: the day follows its weekday again. */
export type Edits = Readonly<Record<string, SpecialDay | null>>;

export function viewDay(data: CalendarData, edits: Edits, date: string): DayView {
  const edited = Object.hasOwn(edits, date);
  const special = edited ? (edits[date] ?? null) : (data.special.find((s) => s.date === date) ?? null);
  return { date, special, edited, kind: kindOf(date, special) };
}

/** The days of a month as weeks from Monday; null before the first and after the last. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const blanks: null[] = Array.from({ length: (weekday(first) + 6) % 7 }, () => null);
  const days = [...blanks, ...Array.from({ length }, (_, i) => dateOfDay(first + i))];
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, i) => days.slice(i * 7, i * 7 + 7));
}

export const isWeekend = (date: string) => weekday(dayNumber(date)) % 6 === 0;

function kindOf(date: string, special: SpecialDay | null): DayView['kind'] {
  if (!special) return isWeekend(date) ? 'weekend' : 'work';
  if (!special.working) return 'off';
  return special.periods ? 'half' : isWeekend(date) ? 'make' : 'work';
}
