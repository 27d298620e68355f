import type { Scope } from '@hotline/shared/people/scope';
import { mark, type SearchedCase } from '@hotline/shared/search/document';
import type { Query } from '@hotline/shared/search/words';
import type { Dispatch } from '@hotline/shared/ticket/model/dispatch';
import {
  deskOf,
  headColumns,
  type ListedTicket,
  restrictions,
  shownTicket,
  type TicketFilter,
} from '../lists/lists.ts';
import { isOverdueDispatch } from '../lists/openDispatch.ts';
import { waitConditions } from '../lists/waiting.ts';
import type { Db } from '../store/open.ts';
import { type Clause, isSqlite, marks, named, rowsOf } from '../store/rows.ts';
import { scopeClause, within } from '../store/scope.ts';

/** What is looked for: words in the texts, or the beginning of a number, or of a telephone number where that may be searched. */
export type Source =
  | { readonly by: 'words'; readonly query: Query }
  | { readonly by: 'number'; readonly prefix: string }
  | { readonly by: 'phone'; readonly prefix: string };

export type Candidate = ListedTicket & { centrePath: string };

/**
 * Tickets in scope that may have the words, the newest entry first, after entry `before`. Found by their grams and by
 * marks of where they belong, never by reading texts; the caller reads the texts of these few.
 */
export function candidates(
  db: Db,
  scope: Scope,
  source: Source,
  filter: TicketFilter,
  page: { before: number | null; limit: number },
): Promise<Candidate[]> {
  const { from, where } = foundBy(db, scope, source, filter, page.before);
  const limit = Math.trunc(page.limit);
  return rowsOf(
    db,
    `select ${shownTicket}, t.centre_path as "centrePath", t.received_at as "sortValue", t.n as "sortN", ${headColumns} from ${from}
      where ${where.text} order by ${from.startsWith('ticket') ? 't.n' : key(db)} desc limit ${limit}`,
    where.values,
  );
}

/** How many tickets in scope have every gram: exact where the words are no longer than two characters. */
export async function countCandidates(db: Db, scope: Scope, source: Source, filter: TicketFilter): Promise<number> {
  const { from, where } = foundBy(db, scope, source, filter, null);
  const [row] = await rowsOf<{ count: number }>(db, `select count(*) as "count" from ${from} where ${where.text}`, [
    ...where.values,
  ]);
  return row?.count ?? 0;
}

function foundBy(db: Db, scope: Scope, source: Source, filter: TicketFilter, before: number | null) {
  const narrowed = [
    scopeClause(scope, 't'),
    ...dispatchConditions(scope, filter),
    ...waitConditions(scope, filter),
    ...restrictions(filter),
  ];
  if (source.by === 'words') {
    const found: Clause = isSqlite(db)
      ? { text: 'search match ?', values: [matchOf(scope, source.query, filter)] }
      : { text: 's."grams" @@ ?::tsquery', values: [tsqueryOf(scope, source.query, filter)] };
    // `cross join` keeps SQLite from beginning with the tickets.
    const from = isSqlite(db)
      ? 'search s cross join ticket t on t.n = s.rowid'
      : '"search_doc" s join ticket t on t.n = s."n"';
    const after: Clause[] = before === null ? [] : [{ text: `${key(db)} < ?`, values: [before] }];
    return { from, where: joined([found, ...after, ...narrowed]) };
  }
  const [low, high] = [source.prefix, `${source.prefix}~`];
  const ids: Clause =
    source.by === 'number'
      ? ofNumber(low, high)
      : {
          text: 't.id in (select a.ticket_id from appeal a where a.phone is not null and a.phone >= ? and a.phone < ?)',
          values: [low, high],
        };
  const after: Clause[] = before === null ? [] : [{ text: 't.n < ?', values: [before] }];
  return { from: 'ticket t', where: joined([ids, ...after, ...narrowed]) };
}

/** What is asked of a dispatch: of any, closed or open; overdue are only open ones. */
function dispatchConditions(scope: Scope, filter: TicketFilter): Clause[] {
  const { departmentPath, dispatchStatus, dueBefore, overdueAt } = filter;
  const isOfDispatch = departmentPath !== undefined || dispatchStatus !== undefined || overdueAt !== undefined;
  if (scope.centres.length > 0 && !isOfDispatch)
    return dueBefore ? [{ text: 't.promised_due_at < ?', values: [dueBefore] }] : [];
  if (!isOfDispatch && !dueBefore) return [];
  const path = deskOf(scope, filter);
  const { text, values } = joined([
    { text: "x.ticket_id = t.id and x.status not in ('returned', 'released')", values: [] },
    ...(path ? [within('x.department_path', path)] : []),
    ...(dispatchStatus ? [{ text: `x.status in (${marks(dispatchStatus.length)})`, values: dispatchStatus }] : []),
    ...(overdueAt ? [isOverdueDispatch('x', overdueAt)] : []),
    ...(dueBefore ? [{ text: 'x.due_at < ?', values: [dueBefore] }] : []),
  ]);
  return [{ text: `exists (select 1 from dispatch x where ${text})`, values }];
}

/** From so many digits on also by the number of an appeal that a merge or a split has taken elsewhere: fewer name a day of them. */
const appealDigits = 9;

function ofNumber(low: string, high: string): Clause {
  const tickets = 't.n in (select x.n from ticket x where x.number >= ? and x.number < ?)';
  if (low.length < appealDigits) return { text: tickets, values: [low, high] };
  const appeals = 't.id in (select a.ticket_id from appeal a where a.number >= ? and a.number < ?)';
  return { text: `(${tickets} or ${appeals})`, values: [low, high, low, high] };
}

const key = (db: Db) => (isSqlite(db) ? 's.rowid' : 's."n"');
const joined = (clauses: readonly Clause[]): Clause => ({
  text: clauses.map((c) => c.text).join(' and '),
  values: clauses.flatMap((c) => c.values),
});

/** Where the hits can only lie, as marks: they narrow, the conditions in SQL decide. */
function marksOf(scope: Scope, filter: TicketFilter): string[][] {
  const paths = scope.centres.length > 0 ? [] : scope.departments;
  const months = monthsOf(filter);
  const { regionPrefix } = filter;
  const digits = [9, 6, 4].find((n) => n <= (regionPrefix?.length ?? 0));
  return [
    ...(paths.length > 0 ? [paths.map((path) => mark('d', path))] : []),
    ...(filter.departmentPath ? [[mark('d', filter.departmentPath)]] : []),
    ...(filter.categoryId ? [[mark('c', filter.categoryId)]] : []),
    ...(regionPrefix && digits ? [[mark('r', regionPrefix.slice(0, digits))]] : []),
    ...(months.length > 0 ? [months.map((month) => mark('m', month))] : []),
  ];
}

const mostMonths = 24;

function monthsOf({ receivedFrom, receivedBefore }: TicketFilter): string[] {
  if (!receivedFrom || !receivedBefore) return [];
  const months: string[] = [];
  const last = receivedBefore.slice(0, 7);
  for (let at = receivedFrom.slice(0, 7); at <= last; at = nextMonth(at)) {
    months.push(at);
    if (months.length > mostMonths) return [];
  }
  return months;
}

const nextMonth = (month: string) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const matchOf = (scope: Scope, query: Query, filter: TicketFilter) =>
  [
    ...query.grams.map((gram) => `"${gram}"`),
    ...query.prefixes.map((prefix) => `"${prefix}" *`),
    ...marksOf(scope, filter).map((any) => `(${any.map((m) => `"${m}"`).join(' OR ')})`),
  ].join(' AND ');

const tsqueryOf = (scope: Scope, query: Query, filter: TicketFilter) =>
  [
    ...query.grams.map((gram) => `'${gram}'`),
    ...query.prefixes.map((prefix) => `'${prefix}':*`),
    ...marksOf(scope, filter).map((any) => `(${any.map((m) => `'${m}'`).join(' | ')})`),
  ].join(' & ');

export type FoundTexts = Omit<SearchedCase, 'ticket' | 'dispatches'> & {
  readonly replies: readonly (SearchedCase['replies'][number] & { dispatchId: string })[];
  readonly dispatches: readonly Pick<Dispatch, 'id' | 'departmentPath' | 'role' | 'parentId' | 'status'>[];
};

/** The searched texts of these tickets. */
export async function textsOfTickets(db: Db, ids: readonly string[]): Promise<Map<string, FoundTexts>> {
  if (ids.length === 0) return new Map();
  const among = `in (${marks(ids.length)}) order by`;
  const appeals = await rowsOf<FoundTexts['appeals'][number] & { ticketId: string }>(
    db,
    `select ${named('a', ['ticketId', 'title', 'content', 'address', 'answer'])} from appeal a where a.ticket_id ${among} a.n`,
    ids,
  );
  const replies = await rowsOf<FoundTexts['replies'][number] & { ticketId: string }>(
    db,
    `select ${named('r', ['ticketId', 'dispatchId', 'handling', 'publicReply'])} from reply r where r.ticket_id ${among} r.n`,
    ids,
  );
  const dispatches = await rowsOf<FoundTexts['dispatches'][number] & { ticketId: string }>(
    db,
    `select ${named('d', ['id', 'ticketId', 'departmentPath', 'role', 'parentId', 'status'])} from dispatch d where d.ticket_id ${among} d.n`,
    ids,
  );
  const [byAppeal, byReply, byDispatch] = [group(appeals), group(replies), group(dispatches)];
  return new Map(
    ids.map((id) => [
      id,
      { appeals: byAppeal.get(id) ?? [], replies: byReply.get(id) ?? [], dispatches: byDispatch.get(id) ?? [] },
    ]),
  );
}

const group = <R extends { ticketId: string }>(rows: readonly R[]) => Map.groupBy(rows, (row) => row.ticketId);
