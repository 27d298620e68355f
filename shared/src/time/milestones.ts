import type { Calendar } from './calendar/calendar.ts';
import { moveWorkingDays } from './calendar/workingDays.ts';
import { addWorkingMs } from './calendar/workingMinutes.ts';
import { deadline } from './deadline.ts';
import { earliest, type Instant, toInstant, toMs } from './instant.ts';
import { isInDays, type Limit } from './limit.ts';
import { dayMs } from './localDate.ts';

// The instants between a dispatch's `sentAt` and its `dueAt`. Halves are of elapsed time and cut to the millisecond.

/**
 * When an assist is due, so that the lead can still use its answer: the lead's due less 1 working day; half of what is
 * left from `sentAt` for limits in hours or minutes, of one day, or when the day before would not be after `sentAt`.
 * `sentAt` is when the assist is sent, `limit` the lead's. Nothing left: the lead's due.
 */
export function assistDue(cal: Calendar, sentAt: Instant, leadDueAt: Instant, limit: Limit): Instant {
  if (sentAt >= leadDueAt) return leadDueAt;
  return dayBefore(cal, sentAt, leadDueAt, limit, 2) ?? halfway(sentAt, leadDueAt);
}

/**
 * When the yellow card is raised: 1 working day before due; for limits under 3 days at half; for limits in hours or
 * minutes 30 minutes before due, at half when the limit, or what a shortened due left of it, is under an hour.
 */
export function yellowAt(cal: Calendar, sentAt: Instant, dueAt: Instant, limit: Limit): Instant {
  if (isInDays(limit)) return dayBefore(cal, sentAt, dueAt, limit, 3) ?? halfway(sentAt, dueAt);
  return toInstant(Math.max(toMs(halfway(sentAt, dueAt)), toMs(dueAt) - 30 * 60_000));
}

/** Until when a department may ask to return a dispatch: 2 working days or half the limit, whichever ends first. */
export function returnDue(cal: Calendar, sentAt: Instant, limit: Limit): Instant {
  const halfAt = halfOf(cal, sentAt, limit);
  // Two working days never end within 48 hours, so short limits need no calendar data.
  if (toMs(halfAt) - toMs(sentAt) <= 2 * dayMs) return halfAt;
  return earliest(halfAt, deadline(cal, sentAt, { amount: 2, unit: 'workingDays' })) ?? halfAt;
}

/** The due less 1 working day, where the limit is in days, of at least `fewest`, and that is after `sentAt`. */
function dayBefore(cal: Calendar, sentAt: Instant, dueAt: Instant, limit: Limit, fewest: number): Instant | null {
  if (!isInDays(limit) || limit.amount < fewest) return null;
  const at = moveWorkingDays(cal, dueAt, -1);
  return at > sentAt ? at : null;
}

/** Half of a limit in working hours is half its working time; of any other, half the time from `sentAt` to its end. */
function halfOf(cal: Calendar, sentAt: Instant, limit: Limit): Instant {
  if (limit.unit === 'workingHours') return addWorkingMs(cal, sentAt, limit.amount * 1_800_000);
  return halfway(sentAt, deadline(cal, sentAt, limit));
}

function halfway(from: Instant, to: Instant): Instant {
  const fromMs = toMs(from);
  return toInstant(fromMs + Math.floor((toMs(to) - fromMs) / 2));
}
