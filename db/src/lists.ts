import type { Scope } from '@hotline/shared/people/scope';
import type { TicketStatus } from '@hotline/shared/ticket/ticket';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from './open.ts';
import type { Schema } from './schema.ts';
import { below, inScope } from './scope.ts';

export type Sort = 'due' | 'received';
export type TicketFilter = {
  status?: readonly string[];
  turnStatus?: readonly string[];
  /** At or below this department. */
  departmentPath?: string;
  kind?: string;
  /** A category and everything below it. */
  categoryIds?: readonly string[];
  /** Prefix of the region code: a county's lists all its streets. */
  regionPrefix?: string;
  dueBefore?: string;
  ownerId?: string;
  number?: string;
  title?: string;
};
export type Cursor = { value: string; n: number };
export type Page = { sort: Sort; after: Cursor | null; limit: number };
export type ListedTicket = Awaited<ReturnType<typeof listTickets>>[number];

const openTurns = ['awaitingSigning', 'handling', 'awaitingApproval'];

/**
 * One page of tickets in scope, by keyset. For people of a centre ordered by the promise; for a department (or a filter
 * on one) by that department's own due. `sortValue`/`sortN` are the cursor of each row.
 */
export function listTickets(db: Db, scope: Scope, filter: TicketFilter, page: Page) {
  const path =
    filter.departmentPath ??
    (scope.centres.length === 0 && scope.departments.length === 1 ? scope.departments[0] : undefined);
  const byTurn = path !== undefined || filter.turnStatus !== undefined;
  return byTurn ? listByTurn(db, scope, filter, page, path) : listByPromise(db, scope, filter, page);
}

function listByPromise(db: Db, scope: Scope, filter: TicketFilter, page: Page) {
  const by = page.sort === 'received' ? ('t.receivedAt' as const) : ('t.promisedDueAt' as const);
  let q = db
    .selectFrom('ticket as t')
    .selectAll('t')
    .select((eb) => [eb.ref(by).as('sortValue'), eb.ref('t.n').as('sortN')])
    .where(inScope(scope, 't'));
  q = restrict(q as never, filter) as never;
  if (page.sort === 'due') q = q.where('t.promisedDueAt', 'is not', null);
  if (filter.dueBefore) q = q.where('t.promisedDueAt', '<', filter.dueBefore);
  const direction = page.sort === 'received' ? 'desc' : 'asc';
  if (page.after) q = q.where(keyset(by, 't.n', page));
  return q.orderBy(by, direction).orderBy('t.n', direction).limit(page.limit).execute();
}

function listByTurn(db: Db, scope: Scope, filter: TicketFilter, page: Page, path: string | undefined) {
  const by = page.sort === 'received' ? ('t.receivedAt' as const) : ('d.dueAt' as const);
  const statuses = filter.turnStatus ?? (filter.status?.includes('closed') ? undefined : openTurns);
  let q = db
    .selectFrom('dispatch as d')
    .innerJoin('ticket as t', 't.id', 'd.ticketId')
    .selectAll('t')
    .select((eb) => [eb.ref(by).as('sortValue'), eb.ref('d.n').as('sortN')])
    .where(inScope(scope, 't'))
    .where('d.status', 'not in', ['returned', 'released']);
  if (path) q = q.where('d.departmentPath', '>=', path).where('d.departmentPath', '<', below(path));
  if (statuses) q = q.where('d.status', 'in', statuses as never);
  q = restrict(q as never, filter) as never;
  if (filter.dueBefore) q = q.where('d.dueAt', '<', filter.dueBefore);
  const direction = page.sort === 'received' ? 'desc' : 'asc';
  if (page.after) q = q.where(keyset(by, 'd.n', page));
  // A ticket with several turns in the subtree is listed once, at its most urgent turn.
  q = q.where(({ not, exists, selectFrom }) => {
    let other = selectFrom('dispatch as e')
      .select(sql`1`.as('one'))
      .whereRef('e.ticketId', '=', 'd.ticketId')
      .where('e.status', 'not in', ['returned', 'released'])
      .where(sql<boolean>`(e.due_at, e.n) < (d.due_at, d.n)`);
    if (path) other = other.where('e.departmentPath', '>=', path).where('e.departmentPath', '<', below(path));
    if (statuses) other = other.where('e.status', 'in', statuses as never);
    return not(exists(other));
  });
  return q.orderBy(by, direction).orderBy('d.n', direction).limit(page.limit).execute();
}

const keyset = (by: string, n: string, page: Page) => {
  const { value, n: key } = page.after as Cursor;
  const than = page.sort === 'received' ? sql`<` : sql`>`;
  return sql<boolean>`(${sql.ref(by)}, ${sql.ref(n)}) ${than} (${value}, ${key})`;
};

type TicketQuery = SelectQueryBuilder<{ t: Schema['ticket'] }, 't', unknown>;

function restrict(query: TicketQuery, filter: TicketFilter): TicketQuery {
  let q = query;
  if (filter.status) q = q.where('t.status', 'in', filter.status as TicketStatus[]);
  if (filter.kind) q = q.where('t.kind', '=', filter.kind as never);
  if (filter.categoryIds) q = q.where('t.categoryId', 'in', filter.categoryIds as string[]);
  if (filter.regionPrefix) {
    q = q.where('t.regionCode', '>=', filter.regionPrefix).where('t.regionCode', '<', `${filter.regionPrefix}~`);
  }
  if (filter.ownerId) q = q.where('t.ownerId', '=', filter.ownerId);
  if (filter.number) q = q.where('t.number', '>=', filter.number).where('t.number', '<', `${filter.number}~`);
  if (filter.title)
    q = q.where(sql<boolean>`${sql.ref('t.title')} like ${`%${filter.title.replace(/[%_\\]/g, '\\$&')}%`} escape '\\'`);
  return q;
}

/** The turns of these tickets, for their rows. */
export const turnsOf = (db: Db, ticketIds: readonly string[]) =>
  ticketIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('dispatch')
        .select([
          'id',
          'ticketId',
          'departmentId',
          'departmentPath',
          'role',
          'round',
          'status',
          'version',
          'sentAt',
          'signDueAt',
          'signedAt',
          'dueAt',
          'repliedAt',
        ])
        .where('ticketId', 'in', [...ticketIds])
        .orderBy('n')
        .execute();

/** Tickets in scope by id, as they stand: the rows of live frames. */
export const ticketsById = (db: Db, scope: Scope, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('ticket as t')
        .selectAll('t')
        .where('t.id', 'in', [...ids])
        .where(inScope(scope, 't'))
        .execute();

/** How many open tickets are in each status, and how many turns in each turn status, in scope. */
export async function countDesks(
  db: Db,
  scope: Scope,
  path: string | undefined,
  now: string,
): Promise<Record<string, number>> {
  const tickets = db
    .selectFrom('ticket as t')
    .select(['t.status as key', (eb) => eb.fn.countAll<number>().as('count')])
    .where('t.status', '<>', 'closed')
    .where(inScope(scope, 't'))
    .groupBy('t.status')
    .execute();
  let turns = db
    .selectFrom('dispatch as d')
    .innerJoin('ticket as t', 't.id', 'd.ticketId')
    .select(['d.status as key', (eb) => eb.fn.countAll<number>().as('count')])
    .select(sql<number>`sum(case when d.due_at <= ${now} then 1 else 0 end)`.as('overdue'))
    .where('d.status', 'in', openTurns as never)
    .where(inScope(scope, 't'))
    .groupBy('d.status');
  if (path) turns = turns.where('d.departmentPath', '>=', path).where('d.departmentPath', '<', below(path));
  const [byStatus, byTurn] = [await tickets, await turns.execute()];
  return {
    ...Object.fromEntries(byStatus.map((r) => [r.key, r.count])),
    ...Object.fromEntries(byTurn.map((r) => [`turn.${r.key}`, r.count])),
    overdue: byTurn.reduce((sum, r) => sum + Number(r.overdue), 0),
  };
}
