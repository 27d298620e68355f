import type { Calendar } from './calendar/calendar.ts';
import { moveWorkingDays, workingDaysBetween } from './calendar/workingDays.ts';
import { addWorkingMs, workingMsBetween } from './calendar/workingMinutes.ts';
import { addMs, type Instant, localDate, toMs } from './instant.ts';
import type { Limit } from './limit.ts';
import { dayMs, localDayNumber } from './localDate.ts';

/**
 * The due after a clock stood still from `pauseFrom` to `pauseTo`. What was left when it stopped is left when it
 * resumes, counted as the limit counts:
 *
 * - `workingDays`, `days`: the (working) days after the pause date up to and including the resume date; same day: none.
 *   What had something left is never over when it resumes: it is due one working day later, where it resumes on a day off
 *   with nothing but the rest of a day left, or later in the day than it is due.
 * - `minutes`, `hours`: the exact time. `workingHours`: the working time, added along the working periods.
 *
 * A pause that ends before it began (a clock set back) moves nothing.
 */
export function shiftForPause(
  cal: Calendar,
  dueAt: Instant,
  limit: Limit,
  pauseFrom: Instant,
  pauseTo: Instant,
): Instant {
  if (pauseTo <= pauseFrom) return dueAt;
  const zone = cal.utcOffsetMinutes;
  switch (limit.unit) {
    case 'minutes':
    case 'hours':
      return addMs(dueAt, toMs(pauseTo) - toMs(pauseFrom));
    case 'days':
      return addMs(dueAt, (localDayNumber(toMs(pauseTo), zone) - localDayNumber(toMs(pauseFrom), zone)) * dayMs);
    case 'workingHours':
      return addWorkingMs(cal, dueAt, workingMsBetween(cal, pauseFrom, pauseTo));
    case 'workingDays': {
      const days = workingDaysBetween(cal, localDate(pauseFrom, zone), localDate(pauseTo, zone));
      const later = moveWorkingDays(cal, dueAt, days);
      return pauseFrom < dueAt && later <= pauseTo ? moveWorkingDays(cal, later, 1) : later;
    }
  }
}
