import type { Scope } from '@hotline/shared/people/scope';
import type { Dispatch, DispatchStatus } from '@hotline/shared/ticket/model/dispatch';
import type { Ticket, TicketStatus } from '@hotline/shared/ticket/model/ticket';
import type { WithClockText } from '../store/clockColumns.ts';
import type { Db } from '../store/open.ts';
import { type Clause, marks, named, rowsOf } from '../store/rows.ts';
import { scopeClause, within } from '../store/scope.ts';
import { isOpenDispatch, isOverdueDispatch, openDispatchStatuses } from './openDispatch.ts';
import { orderOf, tableOf, type Waiting, waits } from './waiting.ts';

export type Sort = 'due' | 'received';
export type TicketFilter = {
  status?: readonly TicketStatus[];
  dispatchStatus?: readonly DispatchStatus[];
  /** At or below this department. */
  departmentPath?: string;
  kind?: string;
  /** A category and everything below it. */
  categoryIds?: readonly string[];
  /** Prefix of the region code: a county's lists all its streets. */
  regionPrefix?: string;
  dueBefore?: string;
  /** With a dispatch that is still open at this instant though its due has passed. */
  overdueAt?: string;
  ownerId?: string;
  card?: string;
  /** Something of it was taken out of the figures after its due. */
  excused?: boolean;
  lateEntered?: boolean;
  /** With an open request or supervision order; listed in the order in which these want to be dealt with. */
  waiting?: Waiting;
  /** The category whose subtree `categoryIds` is. */
  categoryId?: string;
  receivedFrom?: string;
  receivedBefore?: string;
};
export type Cursor = { value: string; n: number };
export type Page = { sort: Sort; after: Cursor | null; limit: number };
type TicketColumns = WithClockText<Pick<Ticket, (typeof ticketColumns)[number]>> & { lateEnteredAt: string | null };
export type ListedTicket = TicketColumns & {
  sortValue: string;
  sortN: number;
  /** The log's head when the list was read. */
  headSeq: number;
  headEpoch: string;
};

const ticketColumns = [
  'id',
  'number',
  'title',
  'kind',
  'service',
  'channel',
  'categoryId',
  'regionCode',
  'urgency',
  'status',
  'outcome',
  'version',
  'round',
  'ownerId',
  'receivedAt',
  'promisedDueAt',
  'promiseClock',
  'dispatchDueAt',
  'dispatchClock',
  'reviewDueAt',
  'reviewClock',
  'callbackDueAt',
  'callbackClock',
  'repliedAt',
  'closedAt',
  'urgeCount',
  'card',
] as const satisfies (keyof Ticket)[];
const dispatchColumns = [
  'id',
  'ticketId',
  'departmentId',
  'role',
  'round',
  'status',
  'version',
  'sentAt',
  'signDueAt',
  'signClock',
  'signedAt',
  'dueAt',
  'pausedAt',
  'replyClock',
  'repliedAt',
  'parentId',
] as const satisfies (keyof Dispatch)[];
/** 补录 is a fact of an appeal, which may go to another ticket: it is looked up, not kept twice. */
const lateEntries = (select: string) => `(select ${select} from appeal x where x.late_entered_at is not null`;
export const shownTicket = `${named('t', ticketColumns)},
  ${lateEntries('max(x.late_entered_at)')} and x.ticket_id = t.id) as "lateEnteredAt"`;
const shownDispatch = named('d', dispatchColumns);
/** Read in the same statement as the list it dates. */
export const headColumns = `(select h.seq from head h) as "headSeq", (select h.epoch from head h) as "headEpoch"`;

const isOpenTicket = "t.status <> 'closed'";
/** A desk's queue is in the order of the clock it works against; every other list is in that of the promise. */
const clocks: Readonly<Partial<Record<TicketStatus, string>>> = {
  awaitingDispatch: 'coalesce(t.dispatch_due_at, t.promised_due_at)',
  awaitingCallback: 'coalesce(t.callback_due_at, t.promised_due_at)',
};
const isExcused = `t.id in (select x.ticket_id from dispatch x where x.excused_at is not null
  union select x.ticket_id from appeal x where x.excused_at is not null)`;

/**
 * One page of tickets in scope, by keyset. For people of a centre ordered by the promise or the desk's clock; for a
 * department (or a filter on one), and where dispatches are overdue, by the dispatch's own due. `sortValue`/`sortN` are the cursor of each row.
 */
export function listTickets(db: Db, scope: Scope, filter: TicketFilter, page: Page): Promise<ListedTicket[]> {
  if (filter.waiting) return listByWaiting(db, scope, filter, filter.waiting, page);
  const path = deskOf(scope, filter);
  return isByDispatch(path, filter)
    ? listByDispatch(db, scope, filter, page, path)
    : listByPromise(db, scope, filter, page);
}

/** What makes ticket `t` one of the tickets that `listTickets` lists, page after page. */
export function isListed(scope: Scope, filter: TicketFilter): Clause {
  const path = deskOf(scope, filter);
  const { waiting, dueBefore } = filter;
  const exists = (table: string, ...conditions: readonly Clause[]): Clause => {
    const { text, values } = joined(conditions);
    return { text: `exists (select 1 from ${table} x where x.ticket_id = t.id and ${text})`, values };
  };
  return joined([
    scopeClause(scope, 't'),
    ...restrictions(filter),
    ...(waiting
      ? [exists(tableOf(waiting), waits(waiting, scope, 'x', 't'))]
      : isByDispatch(path, filter)
        ? [exists('dispatch', ...listedDispatch(filter, path, 'x'))]
        : dueBefore
          ? [clause('t.promised_due_at < ?', dueBefore)]
          : []),
  ]);
}

export const deskOf = (scope: Scope, filter: TicketFilter): string | undefined =>
  filter.departmentPath ??
  (scope.centres.length === 0 && scope.departments.length === 1 ? scope.departments[0] : undefined);
export const isByDispatch = (path: string | undefined, filter: TicketFilter) =>
  path !== undefined || filter.dispatchStatus !== undefined || filter.overdueAt !== undefined;

function listByPromise(db: Db, scope: Scope, filter: TicketFilter, page: Page): Promise<ListedTicket[]> {
  const [desk, ...others] = filter.status ?? [];
  const clock = desk !== undefined && others.length === 0 ? clocks[desk] : undefined;
  const by = page.sort === 'received' ? 't.received_at' : (clock ?? 't.promised_due_at');
  const conditions = [scopeClause(scope, 't'), ...restrictions(filter)];
  // Word for word, or SQLite does not use the desk's partial index.
  if (clock) conditions.push(plain(`t.status = '${desk}'`));
  if (page.sort === 'due') conditions.push(plain('t.promised_due_at is not null'));
  if (filter.dueBefore) conditions.push(clause('t.promised_due_at < ?', filter.dueBefore));
  if (filter.status && !filter.status.includes('closed')) conditions.push(plain(isOpenTicket));
  if (page.after) conditions.push(keyset(by, 't.n', page));
  return pageOf(db, 'ticket t', by, 't.n', conditions, page);
}

/** A ticket on which several wait is listed once, at the one that comes first. */
function listByWaiting(db: Db, scope: Scope, filter: TicketFilter, waiting: Waiting, page: Page) {
  const table = tableOf(waiting);
  const column = orderOf(waiting);
  const sooner = waits(waiting, scope, 'e', 't');
  const once: Clause = {
    text: `not exists (select 1 from ${table} e where e.ticket_id = q.ticket_id and ${sooner.text}
      and (e.${column}, e.n) < (q.${column}, q.n))`,
    values: sooner.values,
  };
  const asked = { ...page, sort: 'due' as const };
  const conditions = [
    waits(waiting, scope, 'q', 't'),
    scopeClause(scope, 't'),
    once,
    ...restrictions(filter),
    ...(page.after ? [keyset(`q.${column}`, 'q.n', asked)] : []),
  ];
  return pageOf(db, `${table} q join ticket t on t.id = q.ticket_id`, `q.${column}`, 'q.n', conditions, asked);
}

async function listByDispatch(
  db: Db,
  scope: Scope,
  filter: TicketFilter,
  page: Page,
  path: string | undefined,
): Promise<ListedTicket[]> {
  const by = page.sort === 'received' ? 't.received_at' : 'd.due_at';
  const listed = (d: string) => listedDispatch(filter, path, d);
  const after = (d: string) => (page.after && page.sort === 'due' ? [keyset(`${d}.due_at`, `${d}.n`, page)] : []);
  const narrowed = restrictions(filter);
  // A ticket with several dispatches in the subtree is listed once, at its most urgent dispatch.
  const others = joined(listed('e'));
  const once: Clause = {
    text: `not exists (select 1 from dispatch e where e.ticket_id = d.ticket_id and ${others.text}
      and (e.due_at, e.n) < (d.due_at, d.n))`,
    values: others.values,
  };
  const seen = scopeClause(scope, 't', path === undefined ? undefined : { path });
  const conditions = [...listed('d'), ...after('d'), seen, once, ...narrowed];
  if (page.after && page.sort === 'received') conditions.push(keyset(by, 'd.n', page));
  const from = 'dispatch d join ticket t on t.id = d.ticket_id';
  if (page.sort === 'due' && path !== undefined && narrowed.length === 0) {
    // A subtree's dispatches lie together by department, not by due. Its first few are found in the index alone, so that
    // only they are joined and looked at; few drop out again, and if too many do, the whole subtree is looked at.
    const first = joined([...listed('w'), ...after('w')]);
    const few: Clause = {
      text: `(select w.n, w.due_at, w.ticket_id from dispatch w where ${first.text}
        order by w.due_at, w.n limit ${page.limit + 10}) d join ticket t on t.id = d.ticket_id`,
      values: first.values,
    };
    const found = await pageOf(db, few, by, 'd.n', [seen, once], page);
    if (found.length === page.limit) return found;
  }
  return pageOf(db, from, by, 'd.n', conditions, page);
}

/** A dispatch by which a list of dispatches has its ticket. */
export function listedDispatch(filter: TicketFilter, path: string | undefined, d: string): Clause[] {
  const closed = filter.status?.includes('closed') && !filter.overdueAt;
  const statuses = filter.dispatchStatus ?? (closed ? undefined : openDispatchStatuses);
  return [
    plain(`${d}.status not in ('returned', 'released')`),
    ...(path === undefined ? [] : [within(`${d}.department_path`, path)]),
    ...(statuses?.every((s) => openDispatchStatuses.includes(s)) ? [plain(isOpenDispatch(d))] : []),
    ...(statuses && statuses !== openDispatchStatuses
      ? [clause(`${d}.status in (${marks(statuses.length)})`, ...statuses)]
      : []),
    ...(filter.dueBefore ? [clause(`${d}.due_at < ?`, filter.dueBefore)] : []),
    ...(filter.overdueAt ? [isOverdueDispatch(d, filter.overdueAt)] : []),
  ];
}

function pageOf(db: Db, from: string | Clause, by: string, n: string, conditions: readonly Clause[], page: Page) {
  const source = typeof from === 'string' ? plain(from) : from;
  const { text, values } = joined(conditions);
  const direction = page.sort === 'received' ? 'desc' : 'asc';
  const order = `${by} ${direction}, ${n} ${direction}`;
  // A limit that is bound makes SQLite plan the statement anew at each call, for as long as reading the page takes.
  const limit = Math.trunc(page.limit);
  const what = `${shownTicket}, ${by} as "sortValue", ${n} as "sortN", ${headColumns}`;
  return rowsOf<ListedTicket>(db, `select ${what} from ${source.text} where ${text} order by ${order} limit ${limit}`, [
    ...source.values,
    ...values,
  ]);
}

const clause = (text: string, ...values: unknown[]): Clause => ({ text, values });
const plain = (text: string): Clause => ({ text, values: [] });
const joined = (clauses: readonly Clause[]): Clause => ({
  text: clauses.map((c) => c.text).join(' and '),
  values: clauses.flatMap((c) => c.values),
});

const keyset = (by: string, n: string, page: Page): Clause => {
  const { value, n: key } = page.after as Cursor;
  return clause(`(${by}, ${n}) ${page.sort === 'received' ? '<' : '>'} (?, ?)`, value, key);
};

/** What is asked of the ticket itself. */
export function restrictions(filter: TicketFilter): Clause[] {
  const { status, kind, categoryIds, regionPrefix, ownerId, card, excused, receivedFrom, receivedBefore } = filter;
  return [
    ...(status ? [clause(`t.status in (${marks(status.length)})`, ...status)] : []),
    ...(kind ? [clause('t.kind = ?', kind)] : []),
    ...(categoryIds ? [clause(`t.category_id in (${marks(categoryIds.length)})`, ...categoryIds)] : []),
    ...(regionPrefix ? [clause('t.region_code >= ? and t.region_code < ?', regionPrefix, `${regionPrefix}~`)] : []),
    ...(ownerId ? [clause('t.owner_id = ?', ownerId)] : []),
    ...(card ? [clause('t.card is not null and t.card = ?', card)] : []),
    ...(excused ? [plain(isExcused)] : []),
    ...(filter.lateEntered ? [plain(`t.id in ${lateEntries('x.ticket_id')})`)] : []),
    ...(receivedFrom ? [clause('t.received_at >= ?', receivedFrom)] : []),
    ...(receivedBefore ? [clause('t.received_at < ?', receivedBefore)] : []),
  ];
}

export type ListedDispatch = WithClockText<Pick<Dispatch, (typeof dispatchColumns)[number]>>;

/** The dispatches of these tickets, for their rows. */
export const dispatchesOf = (db: Db, ticketIds: readonly string[]): Promise<ListedDispatch[]> =>
  ticketIds.length === 0
    ? Promise.resolve([])
    : rowsOf(
        db,
        `select ${shownDispatch} from dispatch d where d.ticket_id in (${marks(ticketIds.length)}) order by d.n`,
        ticketIds,
      );

/** Tickets in scope by id, as they stand: the rows of live frames. */
export function ticketsById(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  const { text, values } = joined([clause(`t.id in (${marks(ids.length)})`, ...ids), scopeClause(scope, 't')]);
  return rowsOf<TicketColumns>(db, `select ${shownTicket} from ticket t where ${text}`, values);
}
