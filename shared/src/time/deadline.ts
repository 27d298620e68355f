import type { Calendar } from './calendar/calendar.ts';
import { workingDaysAfter } from './calendar/workingDays.ts';
import { addWorkingMinutes } from './calendar/workingMinutes.ts';
import { addMs, type Instant, toInstant, toMs } from './instant.ts';
import type { Limit } from './limit.ts';
import { localDayNumber, startOfDayMs } from './localDate.ts';

/**
 * The first instant that is late for a clock started at `from`, in the zone of the calendar.
 *
 * - `minutes`, `hours`: exactly that much later.
 * - `days`: 24:00 of the Nth day counting from the next (Civil Code art. 201–203), also when that is a day off.
 * - `workingHours`: along the working periods, exactly.
 * - `workingDays`: 24:00 of the Nth working day counting from the next.
 *
 * Working units refuse (`conflict`) when the calendar has no data that far; natural units never need its data.
 */
export function deadline(cal: Calendar, from: Instant, { amount, unit }: Limit): Instant {
  switch (unit) {
    case 'minutes':
      return addMs(from, amount * 60_000);
    case 'hours':
      return addMs(from, amount * 3_600_000);
    case 'days': {
      const day = localDayNumber(toMs(from), cal.utcOffsetMinutes);
      return toInstant(startOfDayMs(day + amount + 1, cal.utcOffsetMinutes));
    }
    case 'workingHours':
      return addWorkingMinutes(cal, from, amount * 60);
    case 'workingDays':
      return workingDaysAfter(cal, from, amount);
  }
}

/**
 * A granted extension, counted from the old due and not from today: 24:00 of the Nth (working) day after the day the
 * old due belongs to. Serves a dispatch and, for the lead's, the promises.
 */
export function extend(cal: Calendar, dueAt: Instant, days: number, unit: 'workingDays' | 'days'): Instant {
  // One millisecond earlier, 24:00 of a day still lies on that day.
  return deadline(cal, addMs(dueAt, -1), { amount: days, unit });
}

/** `dueAt` is the first instant that is late. */
export function isOnTime(at: Instant, dueAt: Instant): boolean {
  return at < dueAt;
}
