import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import type { Instant } from '@hotline/shared/time/instant';
import type { Limit } from '@hotline/shared/time/limit';
import { day, iso, previous, slowNthDay, works } from '@hotline/shared/time/reference.test-support';

/** One working day before the lead is due; half of what is left for limits in hours or of one day, or when there is no such day. */
export function slowAssistDue(data: CalendarData, sentAt: Instant, leadDueAt: Instant, limit: Limit): Instant {
  // A corrected calendar may make the lead due before the assist was sent: then nothing is left of it.
  if (sentAt >= leadDueAt) return leadDueAt;
  const half = iso(Date.parse(sentAt) + Math.floor((Date.parse(leadDueAt) - Date.parse(sentAt)) / 2));
  if ((limit.unit !== 'days' && limit.unit !== 'workingDays') || limit.amount < 2) return half;
  const due = day(data, Date.parse(leadDueAt) - 1);
  const beforeMidnight = works(data, due) ? Date.parse(endOf(data, due)) - Date.parse(leadDueAt) : 0;
  let at = due;
  while (!works(data, at)) at = previous(at);
  do at = previous(at);
  while (!works(data, at));
  const before = iso(Date.parse(endOf(data, at)) - beforeMidnight);
  return before > sentAt ? before : half;
}

const endOf = (data: CalendarData, date: string): Instant => slowNthDay(data, previous(date), 1, 'days') ?? '';
