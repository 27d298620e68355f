import { Refusal } from '../../refusal.ts';
import type { Instant } from '../../time/instant.ts';
import type { Case } from '../model/case.ts';
import type { Callback, Card, Order, Pause } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { gravest } from './cards.ts';
import type { Clock, ClockName } from './clock.ts';
import { ownColumns, signColumns, ticketColumns, withPromise, withReply } from './columns.ts';
import { recounted, replyClocksOf } from './counting.ts';
import { notAfterParents } from './pausing.ts';

/** One open clock that a correction of the calendar moves. `id` is of the row it stands on. */
export type ClockMove = {
  clock: ClockName;
  id: string;
  departmentId: string | null;
  from: Instant;
  to: Instant;
};

type Corrected = Pick<Case, 'ticket' | 'appeals' | 'dispatches' | 'cards' | 'callbacks' | 'orders' | 'pauses'>;

/**
 * 日历更正: every open clock of a case counted again, from what is stored with it, by the calendar in force. Original dues
 * stay. A clock that the calendar has no data for yet stands until it has.
 */
export function correct(c: Case, m: Moment): Corrected & { moves: ClockMove[] } {
  const moves: ClockMove[] = [];
  const tell = (id: string, departmentId: string | null, was: Clock, is: Clock) => {
    if (is.dueAt !== was.dueAt) moves.push({ clock: is.of, id, departmentId, from: was.dueAt, to: is.dueAt });
    return is;
  };
  const again = (clock: Clock): Clock => countedAgain(clock, c, m);
  const appeals = c.appeals.map((a) => {
    // In a later round the promise has been kept or broken already.
    if (a.status !== 'open' || a.promiseClock.stopped !== null) return a;
    const clock = tell(a.id, null, a.promiseClock, again(a.promiseClock));
    return clock === a.promiseClock ? a : withPromise(a, clock, m);
  });
  const counted = c.dispatches.map((d) => (isOpen(d) ? corrected(c, d, again, m) : d));
  // A sub-dispatch is never due after the dispatch it was sent on from, whatever moved that one.
  const dispatches = notAfterParents({ ...c, dispatches: counted }, m);
  for (const [i, d] of dispatches.entries()) {
    const was = c.dispatches[i];
    if (!was || d === was) continue;
    tell(d.id, d.departmentId, was.replyClock, d.replyClock);
    tell(d.id, d.departmentId, was.signClock, d.signClock);
  }
  const own = <T extends Callback | Order>(row: T): T => {
    if (row.clock.stopped !== null) return row;
    const clock = tell(row.id, null, row.clock, again(row.clock));
    return clock === row.clock ? row : { ...row, ...ownColumns(clock) };
  };
  const asked = (p: Pause): Pause => {
    if (p.clock === null || p.endedAt !== null) return p;
    const clock = tell(p.id, null, p.clock, again(p.clock));
    return clock === p.clock ? p : { ...p, clock, untilAt: clock.dueAt };
  };
  const ticket = ofTicket(c, again, tell);
  const cards = c.cards.map((k) => annulled(k, dispatches, m));
  return {
    ticket: cards.some((k, i) => k !== c.cards[i]) ? { ...ticket, card: gravest(cards) } : ticket,
    appeals,
    dispatches,
    cards,
    callbacks: c.callbacks.map(own),
    orders: c.orders.map(own),
    pauses: c.pauses.map(asked),
    moves,
  };
}

type Tell = (id: string, departmentId: string | null, was: Clock, is: Clock) => Clock;

/** The clocks of the ticket itself: until when it is sent out, reviewed, its citizens called. */
function ofTicket({ ticket }: Case, again: (clock: Clock) => Clock, tell: Tell): Case['ticket'] {
  const { id, dispatchClock, reviewClock, callbackClock } = ticket;
  const of = (clock: Clock | null) => (clock && clock.stopped === null ? tell(id, null, clock, again(clock)) : clock);
  return {
    ...ticket,
    ...ticketColumns.dispatching(of(dispatchClock)),
    ...ticketColumns.review(of(reviewClock)),
    ...ticketColumns.callback(of(callbackClock)),
  };
}

function corrected(c: Case, d: Dispatch, again: (clock: Clock) => Clock, m: Moment): Dispatch {
  const replyClock = again(d.replyClock);
  const signClock = d.status === 'awaitingSigning' ? again(d.signClock) : d.signClock;
  if (replyClock === d.replyClock && signClock === d.signClock) return d;
  const moved = replyClock === d.replyClock ? d : withReply(c.ticket, d, replyClock, m);
  return { ...moved, ...signColumns(signClock) };
}

function countedAgain(clock: Clock, c: Case, m: Moment): Clock {
  try {
    return recounted(clock, m.calendar, replyClocksOf(c), m.at);
  } catch (error) {
    if (error instanceof Refusal) return clock;
    throw error;
  }
}

/** A card that the corrected clock would not have raised yet falls, as after an extension. */
function annulled(k: Card, dispatches: readonly Dispatch[], m: Moment): Card {
  const d = dispatches.find((dispatch) => dispatch.id === k.dispatchId);
  if (!d || k.revokedAt !== null || k.dueAt === d.dueAt || !isOpen(d)) return k;
  const threshold = k.colour === 'red' ? d.dueAt : d.yellowDueAt;
  return m.at < threshold ? { ...k, revokedAt: m.at, revokedBy: 'system', reason: '工作日历更正' } : k;
}
