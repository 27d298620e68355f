import type { Case } from '../model/case.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Ticket, TicketStatus } from '../model/ticket.ts';
import { type Clock, type ClockFace, faceOf } from './clock.ts';

/** The clocks a ticket as a whole goes by, as its row carries them; null where that clock does not run. */
export type TicketClocks = Readonly<Record<'promise' | 'dispatching' | 'review' | 'callback', ClockFace | null>>;

/** As much of a row as tells which clock it shows. */
export type ClockedRow = {
  readonly status: TicketStatus;
  readonly clocks: TicketClocks;
  readonly dispatches: readonly {
    readonly id: string;
    readonly departmentId: string;
    readonly status: Dispatch['status'];
    readonly clock: ClockFace | null;
  }[];
  readonly requests: readonly { readonly dispatchId: string | null }[];
  readonly orders: readonly { readonly clock: ClockFace; readonly answeredAt: string | null }[];
};

/** Whose work the row is shown as: each desk works against a clock of its own. */
export type ClockDesk = 'dispatch' | 'decide' | 'inbox' | 'review' | 'callback' | 'supervise' | 'all';

/**
 * The one clock a row shows somebody: that of the desk he sits at, or of his own departments (`mine`). List, header,
 * board and timeline ask here, so that they never show two for one.
 */
export function shownClock(row: ClockedRow, desk: ClockDesk, mine: ReadonlySet<string>): ClockFace | null {
  const { promise, dispatching, review, callback } = row.clocks;
  switch (desk) {
    case 'dispatch':
      return dispatching && dispatching.stopped === null ? dispatching : ofTicket(row);
    case 'decide':
      // A request wants a decision while the asker's own clock still runs; a rework, within the review limit.
      return row.dispatches.find((d) => row.requests.some((r) => r.dispatchId === d.id))?.clock ?? review ?? promise;
    case 'inbox':
      return (
        (row.dispatches.findLast((d) => mine.has(d.departmentId)) ?? row.dispatches.at(-1))?.clock ?? ofTicket(row)
      );
    case 'callback':
      return callback ?? promise;
    case 'supervise':
      return row.orders.find((o) => o.answeredAt === null)?.clock ?? soonestReply(row) ?? ofTicket(row);
    // Review has a limit of its own, but what the citizen was promised is what a late review breaks.
    case 'review':
    case 'all':
      return ofTicket(row);
  }
}

/** A case as its row tells its clocks, for the screens that hold the whole of it. */
export const clockedCase = (c: Pick<Case, 'ticket' | 'dispatches' | 'requests' | 'orders'>): ClockedRow => ({
  status: c.ticket.status,
  clocks: ticketClocks(c.ticket),
  dispatches: c.dispatches.map((d) => ({ ...d, clock: dispatchClock(d) })),
  requests: c.requests.filter((r) => r.status === 'open'),
  orders: c.orders.filter((o) => o.endedAt === null).map((o) => ({ ...o, clock: faceOf(o.clock) })),
});

/** The clocks of a ticket for its row: whichever still matter in its status. */
export const ticketClocks = (
  t: Pick<Ticket, 'promiseClock' | 'dispatchClock' | 'reviewClock' | 'callbackClock'>,
): TicketClocks => ({
  promise: face(t.promiseClock),
  dispatching: face(t.dispatchClock),
  review: face(t.reviewClock),
  callback: face(t.callbackClock),
});

/** The clock a dispatch goes by: signing until it is signed, then the reply; null once it was taken away. */
export function dispatchClock(d: Pick<Dispatch, 'status' | 'signClock' | 'replyClock'>): ClockFace | null {
  if (d.status === 'returned' || d.status === 'released') return null;
  return faceOf(d.status === 'awaitingSigning' ? d.signClock : d.replyClock);
}

/**
 * The next clock of the ticket as a whole: its promise until the citizen is answered, then the callback. In a later round the
 * promise has been kept or broken before: then whatever the round waits for, so that no row stands still while a clock runs.
 */
function ofTicket(row: ClockedRow): ClockFace | null {
  const { promise, dispatching, review, callback } = row.clocks;
  if (row.status === 'awaitingCallback' && callback) return callback;
  if (promise && promise.stopped === null) return promise;
  return [dispatching, soonestReply(row), review, callback].find((clock) => clock?.stopped === null) ?? promise;
}

/** The department that has least time left to reply. */
function soonestReply({ dispatches }: ClockedRow): ClockFace | null {
  const open = dispatches.flatMap(({ status, clock }) =>
    clock && (status === 'awaitingSigning' || status === 'handling' || status === 'awaitingApproval') ? [clock] : [],
  );
  return open.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))[0] ?? null;
}

const face = (clock: Clock | null) => clock && faceOf(clock);
