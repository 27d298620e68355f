import { dispatchesOf, type ListedDispatch, type ListedTicket, ticketsById } from '@hotline/db/lists/lists';
import { type ListedOrder, type ListedRequest, waitingOn } from '@hotline/db/lists/waiting';
import { readClocks } from '@hotline/db/store/clockColumns';
import type { Db } from '@hotline/db/store/open';
import type { TicketRow } from '@hotline/shared/api/tickets';
import type { Scope } from '@hotline/shared/people/scope';
import { faceOf } from '@hotline/shared/ticket/clocks/clock';
import { dispatchClock, ticketClocks } from '@hotline/shared/ticket/clocks/shownClock';

type Shown = Omit<ListedTicket, 'sortValue' | 'sortN' | 'headSeq' | 'headEpoch'>;

/** The row of a list or a live frame: the one function both use. Other departments' dispatches show without their clerk. */
function ticketRow(
  t: Shown,
  dispatches: readonly ListedDispatch[],
  requests: readonly ListedRequest[],
  orders: readonly ListedOrder[],
): TicketRow {
  const {
    id,
    number,
    title,
    kind,
    service,
    channel,
    categoryId,
    regionCode,
    urgency,
    status,
    outcome,
    version,
    round,
    ownerId,
    receivedAt,
    lateEnteredAt,
    promisedDueAt,
    dispatchDueAt,
    reviewDueAt,
    callbackDueAt,
    repliedAt,
    closedAt,
    urgeCount,
    card,
  } = t;
  return {
    id,
    number,
    title,
    kind,
    service,
    channel,
    categoryId,
    regionCode,
    urgency,
    status,
    outcome,
    version,
    round,
    ownerId,
    receivedAt,
    lateEnteredAt,
    promisedDueAt,
    dispatchDueAt,
    reviewDueAt,
    callbackDueAt,
    repliedAt,
    closedAt,
    urgeCount,
    card,
    clocks: ticketClocks(readClocks('ticket', t)),
    dispatches: dispatches.map(dispatchRow),
    requests: requests.map(({ ticketId, ...request }) => request),
    orders: orders.map(({ ticketId, ...order }) => ({
      ...order,
      clock: faceOf(readClocks('supervisionOrder', order).clock),
    })),
  };
}

const dispatchRow = (d: ListedDispatch): TicketRow['dispatches'][number] => ({
  id: d.id,
  departmentId: d.departmentId,
  role: d.role,
  round: d.round,
  status: d.status,
  version: d.version,
  sentAt: d.sentAt,
  signDueAt: d.signDueAt,
  signedAt: d.signedAt,
  dueAt: d.dueAt,
  pausedAt: d.pausedAt,
  repliedAt: d.repliedAt,
  parentId: d.parentId,
  clock: dispatchClock(readClocks('dispatch', d)),
});

/** Rows for these tickets, in their order. */
export async function ticketRows(db: Db, tickets: readonly Shown[]): Promise<TicketRow[]> {
  const ids = tickets.map((t) => t.id);
  const dispatches = byTicket(await dispatchesOf(db, ids));
  const waiting = await waitingOn(db, ids);
  const requests = byTicket(waiting.requests);
  const orders = byTicket(waiting.orders);
  return tickets.map((t) => ticketRow(t, dispatches.get(t.id) ?? [], requests.get(t.id) ?? [], orders.get(t.id) ?? []));
}

const byTicket = <R extends { ticketId: string }>(rows: readonly R[]) => Map.groupBy(rows, (row) => row.ticketId);

/** Rows of live frames for one scope: tickets by id as they stand, null where they are no longer in sight. */
export async function liveRows(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, TicketRow | null>> {
  const tickets = await ticketsById(db, scope, ids);
  const rows = new Map((await ticketRows(db, tickets)).map((row): [string, TicketRow | null] => [row.id, row]));
  for (const id of ids) if (!rows.has(id)) rows.set(id, null);
  return rows;
}
