import type { OpenWork } from '@hotline/shared/desks/work';
import type { Scope } from '@hotline/shared/people/scope';
import type { Db } from '../store/open.ts';
import { type Clause, marks, named, rowsOf } from '../store/rows.ts';
import { within } from '../store/scope.ts';

/** Tickets that may wait at desks of this scope: the open ones in its sight, and perhaps a few more; `deskPlaces` decides each. */
export async function openIdsIn(db: Db, scope: Scope): Promise<string[]> {
  const ofCentre = (path: string): Clause => {
    const { text, values } = within('t.centre_path', path);
    return { text: `select t.id as "id" from ticket t where t.status <> 'closed' and ${text}`, values };
  };
  const ofDepartment = (path: string): Clause => {
    const { text, values } = within('d.department_path', path);
    const dispatched = `from dispatch d join ticket t on t.id = d.ticket_id where ${text}`;
    return { text: `select t.id as "id" ${dispatched} and t.status <> 'closed'`, values };
  };
  const ordered: Clause = {
    text: 'select q.ticket_id as "id" from supervision_order q where q.ended_at is null',
    values: [],
  };
  const ids = new Set<string>();
  for (const { text, values } of [...scope.centres.map(ofCentre), ...scope.departments.map(ofDepartment), ordered])
    for (const { id } of await rowsOf<{ id: string }>(db, text, values)) ids.add(id);
  return [...ids];
}

type Of<R> = R & { ticketId: string };

/** What the desks count of these tickets, as they stand; those that are gone are left out. A few hundred at once. */
export async function openWorkOf(db: Db, ids: readonly string[]): Promise<OpenWork[]> {
  if (ids.length === 0) return [];
  const among = `in (${marks(ids.length)})`;
  const tickets = await rowsOf<OpenWork['ticket']>(
    db,
    `select ${named('t', ['id', 'status', 'centrePath', 'againstPath'])} from ticket t where t.id ${among}`,
    ids,
  );
  const part = async <R>(table: string, columns: readonly string[]) => {
    const text = `select ${named('p', ['ticketId', ...columns])} from ${table} p where p.ticket_id ${among}`;
    return Map.groupBy(await rowsOf<Of<R>>(db, text, ids), (row) => row.ticketId);
  };
  const dispatches = await part<OpenWork['dispatches'][number]>('dispatch', dispatchColumns);
  const requests = await part<OpenWork['requests'][number]>('request', ['type', 'status', 'dispatchId']);
  const orders = await part<OpenWork['orders'][number]>('supervision_order', orderColumns);
  return tickets.map((ticket) => ({
    ticket,
    dispatches: dispatches.get(ticket.id) ?? [],
    requests: requests.get(ticket.id) ?? [],
    orders: orders.get(ticket.id) ?? [],
  }));
}

const dispatchColumns = ['id', 'parentId', 'departmentPath', 'status', 'dueAt', 'pausedAt'];
const orderColumns = ['dispatchId', 'dueAt', 'answeredAt', 'endedAt'];
