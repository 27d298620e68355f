import type { Calendar } from './calendar/calendar.ts';
import { workingDayMsUntil } from './calendar/workingDays.ts';
import { workingMsBetween } from './calendar/workingMinutes.ts';
import { dueDay, type Instant, localDate, toMs } from './instant.ts';
import type { LimitUnit } from './limit.ts';
import { dayMs } from './localDate.ts';

/** What a countdown says: «剩 1 工作日 3 小时», or by how much it is late. */
export type Countdown = {
  late: boolean;
  /** Due on the local day of `now`; 24:00 of a day belongs to that day. */
  dueToday: boolean;
  /** Whole working days; always 0 unless the limit is in working days. */
  workingDays: number;
  /** What remains beyond the whole working days. Rounded up while on time (so never 0 while working time is left), down when late. */
  minutes: number;
};

/**
 * The time between `now` and `dueAt`, measured as the limit's unit measures:
 *
 * - `workingDays`: time that falls on working days, each a day of 24 hours, so the count rests over a weekend.
 *   Tuesday 21:00, due Wednesday 24:00: 1 working day, 180 minutes. Friday 15:00, due Monday 24:00: 1 and 540.
 * - `workingHours`: working minutes. `minutes`, `hours`, `days`: minutes on the clock on the wall.
 *
 * Working units refuse (`conflict`) when `now` or `dueAt` lies outside the calendar's data.
 */
export function inWords(cal: Calendar, now: Instant, dueAt: Instant, unit: LimitUnit = 'workingDays'): Countdown {
  const late = now >= dueAt;
  const ms = late ? between(cal, dueAt, now, unit) : between(cal, now, dueAt, unit);
  const total = late ? Math.floor(ms / 60_000) : Math.ceil(ms / 60_000);
  const workingDays = unit === 'workingDays' ? Math.floor(total / minutesPerDay) : 0;
  return {
    late,
    dueToday: localDate(now, cal.utcOffsetMinutes) === dueDay(dueAt, cal.utcOffsetMinutes),
    workingDays,
    minutes: total - workingDays * minutesPerDay,
  };
}

const minutesPerDay = dayMs / 60_000;

function between(cal: Calendar, a: Instant, b: Instant, unit: LimitUnit): number {
  if (unit === 'workingDays') return workingDayMsUntil(cal, toMs(b)) - workingDayMsUntil(cal, toMs(a));
  if (unit === 'workingHours') return workingMsBetween(cal, a, b);
  return toMs(b) - toMs(a);
}
