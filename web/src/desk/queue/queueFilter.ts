import type { Call } from '@hotline/shared/api/client';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { hasRunOut } from '@hotline/shared/ticket/clocks/clock';
import { isOpen } from '@hotline/shared/ticket/model/dispatch';

/** What a queue asks for: the query of `GET /api/tickets` without its paging. */
export type QueueFilter = Omit<NonNullable<Call<'tickets'>['query']>, 'cursor' | 'limit'>;

export type Viewer = {
  /** The person's own departments; empty for people of the centre, to whom every dispatch counts. */
  mine: ReadonlySet<string>;
  categoryLines: ReadonlyMap<string, readonly string[]>;
  nowIso: string;
};

/**
 * Does a row that arrived live belong to this queue? The same question the server answers for a list, as far as a row
 * can tell; a search by words is never answered here, so a searched list gets no live rows.
 */
export function matches(row: TicketRow, filter: QueueFilter, { mine, categoryLines, nowIso }: Viewer): boolean {
  if (filter.q) return false;
  const due = row.promisedDueAt;
  const dispatches = row.dispatches.filter((t) => mine.size === 0 || mine.has(t.departmentId));
  return (
    among(filter.status, row.status) &&
    (!filter.dispatchStatus || dispatches.some((t) => among(filter.dispatchStatus, t.status))) &&
    (!filter.kind || row.kind === filter.kind) &&
    (!filter.category ||
      (row.categoryId !== null && (categoryLines.get(row.categoryId) ?? []).includes(filter.category))) &&
    (!filter.region || (row.regionCode ?? '').startsWith(filter.region)) &&
    (!filter.department || row.dispatches.some((t) => t.departmentId === filter.department)) &&
    (!filter.request || row.requests.some((r) => among(filter.request, r.type) && decidedHere(row, r, mine))) &&
    (!filter.order || row.orders.some((o) => among(filter.order, orderState(o, nowIso)))) &&
    (!filter.lateEntered || row.lateEnteredAt !== null) &&
    (!filter.card || row.card === filter.card) &&
    // A row does not tell; such a list is read, it does not grow by itself.
    !filter.excused &&
    (!filter.overdue || isOverdue(row, nowIso)) &&
    (!filter.dueBefore || (due !== null && due < filter.dueBefore))
  );
}

export const isOneStatus = ({ status, dispatchStatus }: QueueFilter) => {
  const asked = dispatchStatus ?? status;
  return asked !== undefined && !asked.includes(',');
};

/** What a list of the centre is ordered by: the clock of the desk whose queue it is, else the promise. */
export function clockOf(row: TicketRow, filter: QueueFilter): string {
  const desk = { awaitingDispatch: row.dispatchDueAt, awaitingCallback: row.callbackDueAt };
  const own = filter.status && filter.status in desk ? desk[filter.status as keyof typeof desk] : null;
  return own ?? row.promisedDueAt ?? '';
}

/** A sub-dispatch's request is decided by the department that sent it on, every other one by the centre. */
function decidedHere(row: TicketRow, request: TicketRow['requests'][number], mine: ReadonlySet<string>): boolean {
  const dispatch = row.dispatches.find((t) => t.id === request.dispatchId);
  const parent = dispatch?.parentId ? row.dispatches.find((t) => t.id === dispatch.parentId) : undefined;
  if (request.type === 'question' && !dispatch) return false;
  return mine.size === 0 ? !parent : parent !== undefined && mine.has(parent.departmentId);
}

const orderState = (order: TicketRow['orders'][number], nowIso: string) =>
  order.answeredAt !== null ? 'answered' : order.dueAt <= nowIso ? 'overdue' : 'open';

/** A dispatch still open whose clock has run out. */
const isOverdue = (row: TicketRow, nowIso: string): boolean =>
  row.dispatches.some((d) => isOpen(d) && hasRunOut(d, nowIso));

const among = (list: string | undefined, word: string) => !list || list.split(',').includes(word);
