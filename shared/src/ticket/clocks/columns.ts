import { dueDay, type Instant } from '../../time/instant.ts';
import type { Limit } from '../../time/limit.ts';
import { yellowAt } from '../../time/milestones.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import { type Clock, limitInForce } from './clock.ts';
import { offsetOf } from './subject.ts';

// The plain columns that SQL, indexes and figures read, made of a clock here and nowhere else.

export const withPromise = (a: Appeal, promiseClock: Clock, m: Moment): Appeal => ({
  ...a,
  ...promiseColumns(promiseClock, offsetOf(a, m)),
});

export const promiseColumns = (promiseClock: Clock, utcOffsetMinutes: number) => ({
  promiseClock,
  originalPromisedDueAt: promiseClock.originalDueAt,
  promisedDueAt: promiseClock.dueAt,
  promisedDay: dueDay(promiseClock.dueAt, utcOffsetMinutes),
  pausedAt: promiseClock.pausedAt,
});

export const withReply = (t: Pick<Ticket, 'centreId'>, d: Dispatch, replyClock: Clock, m: Moment): Dispatch => ({
  ...d,
  ...replyColumns(replyClock, offsetOf(t, m), m),
});

export const replyColumns = (replyClock: Clock, utcOffsetMinutes: number, m: Moment) => ({
  replyClock,
  yellowDueAt: yellowOf(replyClock, m),
  originalDueAt: replyClock.originalDueAt,
  dueAt: replyClock.dueAt,
  dueDay: dueDay(replyClock.dueAt, utcOffsetMinutes),
  pausedAt: replyClock.pausedAt,
});

export const signColumns = (signClock: Clock) => ({ signClock, signDueAt: signClock.dueAt });

/** The clocks of the ticket as a whole; null where that clock does not run. */
export const ticketColumns = {
  promise: (promiseClock: Clock | null) => ({ promiseClock, promisedDueAt: dueOf(promiseClock) }),
  dispatching: (dispatchClock: Clock | null) => ({ dispatchClock, dispatchDueAt: dueOf(dispatchClock) }),
  review: (reviewClock: Clock | null) => ({ reviewClock, reviewDueAt: dueOf(reviewClock) }),
  callback: (callbackClock: Clock | null) => ({ callbackClock, callbackDueAt: dueOf(callbackClock) }),
};

/** Of an order, and of a callback that is owed. */
export const ownColumns = (clock: Clock) => ({ clock, dueAt: clock.dueAt });

/** Columns that are made of others or hold a clock as a whole: a change of them is never what somebody did. */
export const madeOfClocks: ReadonlySet<string> = new Set([
  'clock',
  'promiseClock',
  'dispatchClock',
  'reviewClock',
  'callbackClock',
  'signClock',
  'replyClock',
]);

function yellowOf(clock: Clock, m: Moment): Instant {
  const { from, limit } = limitInForce(clock);
  return yellowAt(m.calendar, from, clock.dueAt, limit as Limit);
}

const dueOf = (clock: Clock | null) => (clock === null ? null : clock.dueAt);
