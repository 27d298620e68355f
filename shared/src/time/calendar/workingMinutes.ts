import { type Instant, toInstant, toMs } from '../instant.ts';
import { localDayNumber, startOfDayMs } from '../localDate.ts';
import { type Calendar, missingDay } from './calendar.ts';

// Exact to the millisecond. Every question below refuses (`conflict`) a day that the calendar cannot count.

/**
 * The earliest instant by which `minutes` of working time have passed: from 11:00, 60 minutes end at 12:00, when the
 * morning closes, not at 14:00, when the afternoon opens. Started outside working time, the clock waits for the next period.
 */
export function addWorkingMinutes(cal: Calendar, instant: Instant, minutes: number): Instant {
  return addWorkingMs(cal, instant, minutes * 60_000);
}

/** Whole working minutes from `a` to `b`; 0 when `b` is not after `a`. */
export function workingMinutesBetween(cal: Calendar, a: Instant, b: Instant): number {
  return Math.floor(workingMsBetween(cal, a, b) / 60_000);
}

/** As `addWorkingMinutes`, in milliseconds. */
export function addWorkingMs(cal: Calendar, instant: Instant, ms: number): Instant {
  if (ms <= 0) return instant;
  const target = workingMsUntil(cal, toMs(instant)) + ms;
  const index = dayReaching(cal, target);
  const dayStartMs = startOfDayMs(cal.firstDay + index, cal.utcOffsetMinutes);
  let leftMs = target - (cal.workingMinutesBefore[index] ?? 0) * 60_000;
  for (const [start, end] of cal.periods[index] ?? []) {
    const lengthMs = (end - start) * 60_000;
    if (leftMs <= lengthMs) return toInstant(dayStartMs + start * 60_000 + leftMs);
    leftMs -= lengthMs;
  }
  throw new RangeError(`day ${index} does not hold the working time its prefix sum promises`);
}

/** Working milliseconds from `a` to `b`; 0 when `b` is not after `a`. */
export function workingMsBetween(cal: Calendar, a: Instant, b: Instant): number {
  return Math.max(0, workingMsUntil(cal, toMs(b)) - workingMsUntil(cal, toMs(a)));
}

/** Working time from the calendar's start to `ms`. */
function workingMsUntil(cal: Calendar, ms: number): number {
  const day = localDayNumber(ms, cal.utcOffsetMinutes);
  const index = day - cal.firstDay;
  const intoDayMs = ms - startOfDayMs(day, cal.utcOffsetMinutes);
  const periods = day > cal.lastCounted ? undefined : cal.periods[index];
  // 24:00 of the last day still counts.
  if (periods === undefined && !(day === cal.lastCounted + 1 && intoDayMs === 0)) throw missingDay(cal, day);
  let sum = (cal.workingMinutesBefore[index] ?? 0) * 60_000;
  for (const [start, end] of periods ?? []) sum += Math.max(0, Math.min(intoDayMs, end * 60_000) - start * 60_000);
  return sum;
}

/** The first day by whose end `targetMs` of working time have passed: binary search over the prefix sums. */
function dayReaching(cal: Calendar, targetMs: number): number {
  const before = cal.workingMinutesBefore;
  let low = 0;
  const count = cal.lastCounted - cal.firstDay + 1;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((before[middle + 1] ?? 0) * 60_000 >= targetMs) high = middle;
    else low = middle + 1;
  }
  if (low === count) throw missingDay(cal, cal.lastCounted + 1);
  return low;
}
