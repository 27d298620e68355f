import type { Instant } from '../../time/instant.ts';
import type { Appeal } from '../model/appeal.ts';
import { type Case, childId } from '../model/case.ts';
import type { Callback, Card, Order, Pause } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { gravest, raisedCard, thresholdOf } from './cards.ts';
import type { Clock, ClockName } from './clock.ts';
import { ownColumns, signColumns, ticketColumns, withPromise, withReply } from './columns.ts';
import { recounted, replyClocksOf } from './counting.ts';
import { notAfterParents } from './pausing.ts';

/** One open clock that a correction of the calendar moves. `id` is of the row it stands on. */
type ClockMove = {
  clock: ClockName;
  id: string;
  departmentId: string | null;
  from: Instant;
  to: Instant;
};

/** Which clocks are counted again. */
type Which = (clock: Clock, isOngoing: boolean) => boolean;
/** 日历更正: of whatever still goes on. */
export const stillOpen: Which = (_, isOngoing) => isOngoing;
/** 时限转正: whatever is provisional, also of what was done meanwhile: it was in time or late by the announced days. */
export const provisionalOnly: Which = (clock) => clock.provisional === true;

type Changed = Pick<Case, 'ticket' | 'appeals' | 'dispatches' | 'cards' | 'callbacks' | 'orders' | 'pauses'>;
type Correction = { readonly changed: Changed; readonly moves: ClockMove[]; readonly isChanged: boolean };

/** What `correct` makes of the case. */
export const corrected = (c: Case, m: Moment, which: Which): Changed => correct(c, m, which).changed;

/**
 * Clocks of a case counted again, from what is stored with them, by the calendar in force. Original dues stay, unless they
 * were provisional. `moves` names every due that is another one now.
 */
export function correct(c: Case, m: Moment, which: Which): Correction {
  const moves: ClockMove[] = [];
  let isChanged = false;
  /** The clock counted again, where it is one of them; told where that changed it. */
  const again: Again = (clock, isOngoing, id, departmentId) => {
    if (!which(clock, isOngoing)) return clock;
    const is = recounted(clock, m.calendar, replyClocksOf(c), m.at);
    if (is.dueAt !== clock.dueAt) moves.push({ clock: is.of, id, departmentId, from: clock.dueAt, to: is.dueAt });
    if (is !== clock) isChanged = true;
    return is;
  };
  const appeals = c.appeals.map((a) => {
    // In a later round the promise has been kept or broken already.
    const clock = again(a.promiseClock, a.status === 'open' && a.promiseClock.stopped === null, a.id, null);
    return clock === a.promiseClock ? a : withPromise(a, clock, m);
  });
  const counted = c.dispatches.map((d) => ofDispatch(c, d, again, m));
  // A sub-dispatch is never due after the dispatch it was sent on from, whatever moved that one.
  const dispatches = notAfterParents({ ...c, dispatches: counted }, m);
  for (const [i, d] of dispatches.entries()) {
    const [was, is] = [counted[i]?.replyClock, d.replyClock];
    if (!was || was.dueAt === is.dueAt) continue;
    const told = moves.findIndex((move) => move.id === d.id && move.clock === 'reply');
    const from = moves[told]?.from ?? was.dueAt;
    if (told >= 0) moves.splice(told, 1);
    moves.push({ clock: 'reply', id: d.id, departmentId: d.departmentId, from, to: is.dueAt });
    isChanged = true;
  }
  const own = <T extends Callback | Order>(row: T): T => {
    const clock = again(row.clock, row.clock.stopped === null, row.id, null);
    return clock === row.clock ? row : { ...row, ...ownColumns(clock) };
  };
  const asked = (p: Pause): Pause => {
    if (p.clock === null || p.endedAt !== null) return p;
    const clock = again(p.clock, true, p.id, null);
    return clock === p.clock ? p : { ...p, clock, untilAt: clock.dueAt };
  };
  const ticket = ofTicket(c, appeals, again);
  const cards = cardsAfter(c, dispatches, m);
  return {
    changed: {
      ticket: cards.some((k, i) => k !== c.cards[i]) ? { ...ticket, card: gravest(cards) } : ticket,
      appeals,
      dispatches,
      cards,
      callbacks: c.callbacks.map(own),
      orders: c.orders.map(own),
      pauses: c.pauses.map(asked),
    },
    moves,
    isChanged,
  };
}

type Again = (clock: Clock, isOngoing: boolean, id: string, departmentId: string | null) => Clock;

/** The clocks of the ticket itself: until when it is sent out, reviewed, its citizens called. Its promise follows its appeals. */
function ofTicket({ ticket, appeals: were }: Case, appeals: readonly Appeal[], again: Again): Case['ticket'] {
  const { id, promiseClock, dispatchClock, reviewClock, callbackClock } = ticket;
  const of = (clock: Clock | null) => clock && again(clock, clock.stopped === null, id, null);
  const leading = were.findIndex((a) => a.promiseClock.dueAt === promiseClock?.dueAt);
  return {
    ...ticket,
    ...ticketColumns.promise(appeals[leading]?.promiseClock ?? promiseClock),
    ...ticketColumns.dispatching(of(dispatchClock)),
    ...ticketColumns.review(of(reviewClock)),
    ...ticketColumns.callback(of(callbackClock)),
  };
}

function ofDispatch(c: Case, d: Dispatch, again: Again, m: Moment): Dispatch {
  const replyClock = again(d.replyClock, isOpen(d), d.id, d.departmentId);
  const signClock = again(d.signClock, d.status === 'awaitingSigning', d.id, d.departmentId);
  if (replyClock === d.replyClock && signClock === d.signClock) return d;
  const moved = replyClock === d.replyClock ? d : withReply(c.ticket, d, replyClock, m);
  return { ...moved, ...signColumns(signClock) };
}

/**
 * The cards after the dues of their dispatches moved. One that the new due would not have raised yet, or not before its
 * department had replied, falls; one raised by a provisional due is now of the due that counts; and one that a provisional due
 * had not raised in time, before its department replied, is raised.
 */
function cardsAfter(c: Case, dispatches: readonly Dispatch[], m: Moment): readonly Card[] {
  const cards = c.cards.map((k) => {
    const [was, is] = [c.dispatches, dispatches].map((all) => all.find((d) => d.id === k.dispatchId));
    return was && is && was !== is ? cardAfter(k, was, is, m) : k;
  });
  const missed = dispatches.flatMap((d, i) => {
    const was = c.dispatches[i];
    // Of an open one the clock raises it by itself.
    if (!was?.replyClock.provisional || d.replyClock.provisional || isOpen(d)) return [];
    return missedCards(c, cards, d);
  });
  return missed.length === 0 ? cards : [...cards, ...missed];
}

function cardAfter(k: Card, was: Dispatch, is: Dispatch, m: Moment): Card {
  const isSettled = was.replyClock.provisional && k.dueAt === was.dueAt;
  if (k.revokedAt !== null || k.dueAt === is.dueAt || !(isSettled || isOpen(is))) return k;
  const threshold = thresholdOf(k.colour, is);
  if ((isOpen(is) ? m.at : endOf(is, m)) < threshold)
    return { ...k, revokedAt: m.at, revokedBy: 'system', reason: '工作日历更正' };
  return isSettled ? { ...k, dueAt: is.dueAt, raisedAt: threshold } : k;
}

const missedCards = (c: Case, cards: readonly Card[], d: Dispatch): Card[] =>
  (['yellow', 'red'] as const)
    .filter((colour) => !cards.some((k) => k.dispatchId === d.id && k.colour === colour && k.dueAt === d.dueAt))
    .filter((colour) => d.repliedAt !== null && thresholdOf(colour, d) <= d.repliedAt)
    .map((colour, i) => ({ ...raisedCard(colour, c, d), id: childId(c, 'k', cards, i) }));

const endOf = (d: Dispatch, m: Moment) => d.repliedAt ?? d.endedAt ?? m.at;
