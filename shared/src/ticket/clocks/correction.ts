import { dueDay, earliest, type Instant } from '../../time/instant.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import type { Card } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { gravest } from './cards.ts';
import { offsetOf } from './clock.ts';
import { withDue } from './pausing.ts';
import { type Replay, replayOf } from './replay.ts';

export const clockNames = ['promise', 'dispatching', 'signing', 'reply', 'review', 'callback'] as const;
/** One open clock that a correction of the calendar moves. `id` is the appeal's, the dispatch's, or the ticket's. */
export type ClockMove = {
  clock: (typeof clockNames)[number];
  id: string;
  departmentId: string | null;
  from: Instant;
  to: Instant;
};

/**
 * 日历更正: what the open clocks of a case are by the calendar in force, counted again from their frozen limits, pauses
 * and extensions. A clock moves only where the same count by the versions of its time gives exactly what stands: a due
 * that was shortened (raised urgency) or set from elsewhere is nobody's to guess at. Original dues stay.
 */
export function correct(
  c: Case,
  m: Moment,
): Pick<Case, 'ticket' | 'appeals' | 'dispatches' | 'cards' | 'callbacks'> & { moves: ClockMove[] } {
  const replay = replayOf(c, m);
  const moves: ClockMove[] = [];
  const move = (clock: ClockMove['clock'], id: string, departmentId: string | null, from: Instant, to: Instant) => {
    if (to !== from) moves.push({ clock, id, departmentId, from, to });
    return to;
  };
  const appeals = c.appeals.map((a) => {
    if (!isRunning(a)) return a;
    const to = move('promise', a.id, null, a.promisedDueAt, replay.promise(a));
    return to === a.promisedDueAt ? a : { ...a, promisedDueAt: to, promisedDay: dueDay(to, offsetOf(c.ticket, m)) };
  });
  const dispatches: Dispatch[] = [];
  for (const d of c.dispatches) {
    const parent = dispatches.find((p) => p.id === d.parentId);
    dispatches.push(isOpen(d) ? corrected(c, d, parent, replay, m, move) : d);
  }
  const dispatchDueAt =
    c.ticket.firstDispatchedAt === null && c.ticket.dispatchDueAt !== null
      ? move('dispatching', c.ticket.id, null, c.ticket.dispatchDueAt, replay.dispatching(c.ticket.dispatchDueAt))
      : c.ticket.dispatchDueAt;
  /** Terms of the ticket itself: until when it is reviewed, until when its citizens are called. */
  const term = (clock: 'review' | 'callback', stands: Instant | null) =>
    stands && move(clock, c.ticket.id, null, stands, replay[clock](stands));
  const reviewDueAt = term('review', c.ticket.reviewDueAt);
  const callbackDueAt = term('callback', c.ticket.callbackDueAt);
  const cards = c.cards.map((k) => annulled(k, dispatches, m));
  const card = cards.some((k, i) => k !== c.cards[i]) ? gravest(cards) : c.ticket.card;
  const ticket = { ...c.ticket, dispatchDueAt, reviewDueAt, callbackDueAt, card };
  return { ticket, appeals, dispatches, cards, callbacks: owedUntil(c, callbackDueAt), moves };
}

/** Callbacks that were owed until the old end of the term are owed until the new one. */
const owedUntil = (c: Case, dueAt: Instant | null): Case['callbacks'] =>
  dueAt === null || dueAt === c.ticket.callbackDueAt
    ? c.callbacks
    : c.callbacks.map((b) =>
        b.completedAt === null && b.cancelledAt === null && b.dueAt === c.ticket.callbackDueAt ? { ...b, dueAt } : b,
      );

/** In a later round the promise has been kept or broken already. */
const isRunning = (a: Appeal) => a.status === 'open' && a.answeredAt === null;

type Move = (clock: ClockMove['clock'], id: string, departmentId: string | null, from: Instant, to: Instant) => Instant;

/** A child is never due after its parent, whatever moved that one. */
function corrected(
  c: Case,
  d: Dispatch,
  parent: Dispatch | undefined,
  replay: Replay,
  m: Moment,
  move: Move,
): Dispatch {
  const counted = earliest(replay.reply(d), parent?.dueAt ?? null) ?? d.dueAt;
  const dueAt = move('reply', d.id, d.departmentId, d.dueAt, counted);
  const signDueAt =
    d.status === 'awaitingSigning'
      ? move('signing', d.id, d.departmentId, d.signDueAt, replay.signing(d))
      : d.signDueAt;
  if (dueAt === d.dueAt && signDueAt === d.signDueAt) return d;
  const moved = dueAt === d.dueAt ? d : withDue(c, d, dueAt, m);
  return { ...moved, signDueAt, calendarVersion: m.calendar.version };
}

/** A card that the corrected clock would not have raised yet falls, as after an extension. */
function annulled(k: Card, dispatches: readonly Dispatch[], m: Moment): Card {
  const d = dispatches.find((dispatch) => dispatch.id === k.dispatchId);
  if (!d || k.revokedAt !== null || k.dueAt === d.dueAt || !isOpen(d)) return k;
  const threshold = k.colour === 'red' ? d.dueAt : d.yellowDueAt;
  return m.at < threshold ? { ...k, revokedAt: m.at, revokedBy: 'system', reason: '工作日历更正' } : k;
}
