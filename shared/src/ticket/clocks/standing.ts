import { earliest, type Instant } from '../../time/instant.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import type { Callback, Order, Pause } from '../model/children.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Clock } from './clock.ts';
import { ticketColumns } from './columns.ts';
import { heldNow, holds } from './pauses.ts';
import { promiseOfTicket } from './promise.ts';

/**
 * The case with every clock standing as its facts say: still since a pause began, stopped when what it measures happened
 * or fell away. A verb sets the fact (`repliedAt`); that the clock stops follows here, for all of them.
 */
export function withStandingClocks(c: Case): Case {
  const appeals = same(c.appeals, (a) => ofAppeal(c, a));
  const standing = {
    ...c,
    appeals,
    dispatches: same(c.dispatches, (d) => ofDispatch(c, d)),
    callbacks: same(c.callbacks, ofCallback),
    orders: same(c.orders, ofOrder),
    pauses: same(c.pauses, ofPause),
    ticket: ofTicket({ ...c, appeals }),
  };
  const dueProvisionalAt = provisionalDue(standing);
  return dueProvisionalAt === standing.ticket.dueProvisionalAt
    ? standing
    : { ...standing, ticket: { ...standing.ticket, dueProvisionalAt } };
}

/** The earliest due of the case that is provisional; null where none is. */
export function provisionalDue(c: Case): Instant | null {
  const { promiseClock, dispatchClock, reviewClock, callbackClock } = c.ticket;
  const clocks = [
    ...[promiseClock, dispatchClock, reviewClock, callbackClock],
    ...c.appeals.map((a) => a.promiseClock),
    ...c.dispatches.flatMap((d) => [d.signClock, d.replyClock]),
    ...c.callbacks.map((b) => b.clock),
    ...c.orders.map((o) => o.clock),
    ...c.pauses.filter((p) => p.endedAt === null).map((p) => p.clock),
  ];
  return earliest(...clocks.map((clock) => (clock?.provisional ? clock.dueAt : null)));
}

function ofAppeal(c: Case, a: Appeal): Appeal {
  const pausedAt = heldNow(c.pauses.filter(holds({ dispatchId: null, appealId: a.id })));
  const promiseClock = standing(a.promiseClock, pausedAt, a.answeredAt, a.closedAt);
  return promiseClock === a.promiseClock && pausedAt === a.pausedAt ? a : { ...a, promiseClock, pausedAt };
}

function ofDispatch(c: Case, d: Dispatch): Dispatch {
  const pausedAt = heldNow(c.pauses.filter(holds({ dispatchId: d.id, appealId: null })));
  const replyClock = standing(d.replyClock, pausedAt, d.repliedAt, d.endedAt);
  const signClock = standing(d.signClock, null, d.signedAt, d.endedAt);
  return replyClock === d.replyClock && signClock === d.signClock && pausedAt === d.pausedAt
    ? d
    : { ...d, replyClock, signClock, pausedAt };
}

const ofCallback = (b: Callback): Callback => withClock(b, standing(b.clock, null, b.completedAt, b.cancelledAt));

const ofOrder = (o: Order): Order => withClock(o, standing(o.clock, null, o.answeredAt, o.endedAt));

function ofPause(p: Pause): Pause {
  if (p.clock === null) return p;
  const isAnswered = p.endedAt !== null && p.endedAt < p.untilAt;
  return withClock(p, standing(p.clock, null, isAnswered ? p.endedAt : null, p.endedAt));
}

function ofTicket(c: Case): Case['ticket'] {
  const { ticket } = c;
  const { firstDispatchedAt, closedAt } = ticket;
  const promise = promiseOfTicket(c, ticket.promiseClock);
  // The promises of a ticket that was merged went with its appeals: nothing is promised for it any more.
  const isLeft = promise !== null && promise.stopped === null && closedAt !== null;
  const promiseClock = isLeft ? standing(promise, null, null, closedAt) : promise;
  const dispatchClock = ticket.dispatchClock && standing(ticket.dispatchClock, null, firstDispatchedAt, closedAt);
  return promiseClock === ticket.promiseClock && dispatchClock === ticket.dispatchClock
    ? ticket
    : { ...ticket, ...ticketColumns.promise(promiseClock), ...ticketColumns.dispatching(dispatchClock) };
}

/** The clock as it stands; the same one where nothing changed. */
function standing(clock: Clock, pausedAt: Instant | null, metAt: Instant | null, endedAt: Instant | null): Clock {
  const at = metAt ?? endedAt;
  const isMet = metAt !== null;
  const { stopped } = clock;
  if (clock.pausedAt === pausedAt && (stopped?.at ?? null) === at && (at === null || stopped?.isMet === isMet))
    return clock;
  return { ...clock, pausedAt, stopped: at === null ? null : { at, isMet } };
}

const withClock = <T extends { readonly clock: Clock | null }>(row: T, clock: Clock): T =>
  row.clock === clock ? row : { ...row, clock };

/** The same list where no row changed. */
function same<T>(rows: readonly T[], standing: (row: T) => T): readonly T[] {
  const next = rows.map(standing);
  return next.every((row, i) => row === rows[i]) ? rows : next;
}
