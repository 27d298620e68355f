import { type Instant, toInstant, toMs } from '../instant.ts';
import { dayMs, dayNumber, type LocalDate, localDayNumber, startOfDayMs } from '../localDate.ts';
import { type Calendar, missingDay } from './calendar.ts';

// A half day is a working day. Every question below refuses (`conflict`) a day that the calendar cannot count.

export function isWorkingDay(cal: Calendar, date: LocalDate): boolean {
  return isWorking(cal, dayNumber(date));
}

/**
 * 24:00 local of the Nth working day counting from the next day (`n` ≥ 1), as the first instant that is late: 00:00 of
 * the day after. Received on a Saturday, 3 days: Wednesday 24:00. Civil Code art. 201: the first day is not counted.
 */
export function workingDaysAfter(cal: Calendar, instant: Instant, n: number): Instant {
  const day = localDayNumber(toMs(instant), cal.utcOffsetMinutes);
  return toInstant(endOfDayMs(cal, nthWorkingDay(cal, workingDaysThrough(cal, day) + n - 1)));
}

/** Working days after `a` up to and including `b`; 0 when `b` is not after `a`. Friday to Monday: 1. */
export function workingDaysBetween(cal: Calendar, a: LocalDate, b: LocalDate): number {
  return Math.max(0, workingDaysThrough(cal, dayNumber(b)) - workingDaysThrough(cal, dayNumber(a)));
}

/**
 * A due instant `n` working days later (earlier when negative), keeping its time of day; 24:00 of a day belongs to that
 * day, so Monday 24:00 less one is Friday 24:00. A due on a day off counts as 24:00 of the working day before it.
 */
export function moveWorkingDays(cal: Calendar, dueAt: Instant, n: number): Instant {
  if (n === 0) return dueAt;
  const dueMs = toMs(dueAt);
  const day = localDayNumber(dueMs - 1, cal.utcOffsetMinutes);
  const target = nthWorkingDay(cal, workingDaysThrough(cal, day) - 1 + n);
  const beforeMidnightMs = isWorking(cal, day) ? endOfDayMs(cal, day) - dueMs : 0;
  return toInstant(endOfDayMs(cal, target) - beforeMidnightMs);
}

/** Milliseconds from the calendar's start to `ms` that fall on working days, each counted as 24 hours. */
export function workingDayMsUntil(cal: Calendar, ms: number): number {
  // 24:00 of the last day still counts.
  const day = localDayNumber(ms, cal.utcOffsetMinutes);
  if (day === cal.lastCounted + 1 && ms === startOfDayMs(day, cal.utcOffsetMinutes))
    return workingDaysThrough(cal, day - 1) * dayMs;
  const through = workingDaysThrough(cal, day);
  return isWorking(cal, day) ? through * dayMs - (endOfDayMs(cal, day) - ms) : through * dayMs;
}

function isWorking(cal: Calendar, day: number): boolean {
  const periods = cal.periods[day - cal.firstDay];
  if (periods === undefined || day > cal.lastCounted) throw missingDay(cal, day);
  return periods.length > 0;
}

/** How many working days the calendar has up to and including `day`. */
function workingDaysThrough(cal: Calendar, day: number): number {
  const count = cal.workingDaysBefore[day - cal.firstDay + 1];
  if (day < cal.firstDay || day > cal.lastCounted || count === undefined) throw missingDay(cal, day);
  return count;
}

function nthWorkingDay(cal: Calendar, index: number): number {
  const day = cal.workingDays[index];
  if (day === undefined || day > cal.lastCounted)
    throw missingDay(cal, index < 0 ? cal.firstDay - 1 : cal.lastCounted + 1);
  return day;
}

function endOfDayMs(cal: Calendar, day: number): number {
  return startOfDayMs(day + 1, cal.utcOffsetMinutes);
}
