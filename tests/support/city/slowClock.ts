import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import type { Instant } from '@hotline/shared/time/instant';
import type { Limit } from '@hotline/shared/time/limit';
import { day, slowDeadline, slowNthDay, slowResume } from '@hotline/shared/time/reference.test-support';
import { slowAssistDue } from './assistDue.ts';

/** What a clock is at: its due, and the limit that counts, since an urgency was raised. */
type At = { due: Instant; limit: Limit; raised?: Instant };
/**
 * Whether something is counted as it happens, against another clock as that one stands (by an earlier calendar, perhaps), or
 * once more by a corrected calendar, which counts the other one once more too.
 */
type Count = 'now' | 'again';
/** Something that moved it, to be counted by whatever calendar. */
type Change = (data: CalendarData, at: At, count: Count) => At;
/** The due of another clock. */
export type Against = (data: CalendarData, count: Count) => Instant;

/** A clock of the reference: where it started, and all that moved it, walked day by day. */
export type SlowClock = {
  first: Against;
  limit: Limit;
  original: Instant;
  changes: Change[];
  at: At;
  /** Pauses that hold it, each with its beginning, and since when it stands still: overlapping ones are one interval. */
  since: Instant | null;
  pauses: Map<string, Instant>;
  isOver: boolean;
};

function slowClock(data: CalendarData, limit: Limit, first: SlowClock['first']): SlowClock {
  const due = first(data, 'now');
  const at = { due, limit };
  return { first, limit, original: due, changes: [], at, since: null, pauses: new Map(), isOver: false };
}

export const startedAt = (data: CalendarData, from: Instant, limit: Limit): SlowClock =>
  slowClock(data, limit, (by) => slowDeadline(by, from, limit) ?? 'no data');

/** Due before another one, as that stands now. */
export function startedBefore(data: CalendarData, from: Instant, limit: Limit, whole: SlowClock): SlowClock {
  const then = asItStands(whole, from);
  return slowClock(data, limit, (by, count) => slowAssistDue(by, from, then(by, count), whole.limit));
}

export function change(clock: SlowClock, data: CalendarData, by: Change): void {
  clock.changes.push(by);
  clock.at = by(data, clock.at, 'now');
}

/**
 * The due of a clock as it stands at this instant, to be counted later by another calendar as far as it had come. One that
 * stands still is taken to go on at that instant.
 */
export function asItStands(clock: SlowClock, at: Instant): Against {
  const now = clock.at;
  const { since } = clock;
  const changes = clock.changes.length;
  return (data, count) => {
    const then = count === 'now' ? now : counted(clock, data, changes);
    return since !== null && since < at ? paused(since, at)(data, then, count).due : then.due;
  };
}

/** 日历更正: all of it once more. */
export function recount(clock: SlowClock, data: CalendarData): void {
  clock.at = counted(clock, data, clock.changes.length);
}

/** The clock begun anew with another limit, and moved by all that moved the one that was. */
export function relimited(was: SlowClock, data: CalendarData, anew: SlowClock): SlowClock {
  const clock = { ...was, first: anew.first, limit: anew.limit, original: anew.original };
  return { ...clock, at: counted(clock, data, clock.changes.length) };
}

const counted = (clock: SlowClock, data: CalendarData, changes: number): At =>
  clock.changes
    .slice(0, changes)
    .reduce((at, by) => by(data, at, 'again'), { due: clock.first(data, 'again'), limit: clock.limit });

export const paused =
  (from: Instant, to: Instant): Change =>
  (data, at) => {
    // What was raised meanwhile counts from then: it stood still for the rest alone.
    const began = at.raised !== undefined && at.raised > from ? at.raised : from;
    return began < to ? { ...at, due: slowResume(data, at.due, at.limit, began, to) ?? at.due } : at;
  };

export const extendedBy =
  (days: number): Change =>
  (data, at) => ({
    ...at,
    due: slowNthDay(data, day(data, Date.parse(at.due) - 1), days, 'workingDays') ?? at.due,
  });

export const capped =
  (above: Against): Change =>
  (data, at, count) => ({ ...at, due: above(data, count) < at.due ? above(data, count) : at.due });

/** By its own new limit from now, an assist besides still before its lead; never later than it was, or would be if it went on now. */
export const shortened =
  (from: Instant, limit: Limit, lead: Against | null, since: Instant | null): Change =>
  (data, at, count) => {
    const was = since === null ? at : paused(since, from)(data, at, count);
    const dues = [slowDeadline(data, from, limit) ?? at.due];
    if (lead) dues.push(slowAssistDue(data, from, lead(data, count), limit));
    const [soonest = at.due] = dues.sort();
    return soonest < was.due ? { due: soonest, limit, raised: from } : at;
  };
