import type { Scope } from '@hotline/shared/people/scope';
import type { Settled } from '@hotline/shared/routing/experience';
import type { ModelRow, RoutedRow } from '../store/findingRows.ts';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, marks, rowsOf, run } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';

/** Remembers who gave the accepted reply, for the next one of the kind. */
export async function rememberRouting(tx: Tx, row: RoutedRow): Promise<void> {
  await run(tx, 'delete from "routed" where "ticket_id" = ?', [row.ticketId]);
  await insertRow(tx, 'routed', row);
}

/** As many of a category as are looked at: the newest weigh the most, and a big city has more in a year than can be read. */
const mostSettled = 4_000;

/** How often each department gave the accepted reply on a category since a day, by area and day; of the newest ones. */
export const routedOf = (db: Db, centreId: string, categoryId: string, since: string): Promise<Settled[]> =>
  rowsOf(
    db,
    `select r.area as "area", r.department_id as "departmentId", r.day as "day", count(*) as "count"
      from (select area, department_id, day from routed where centre_id = ? and category_id = ? and day >= ?
        order by day desc limit ${mostSettled}) r
      group by r.area, r.department_id, r.day`,
    [centreId, categoryId, since],
  );

export type PastAsked = {
  readonly scope: Scope;
  readonly centreId: string;
  readonly categoryId: string;
  readonly area: string;
  readonly limit: number;
};
export type PastTicket = { ticketId: string; number: string; title: string; departmentId: string; day: string };

/** Accepted tickets of a category, in scope, the newest first; those of the area before all others. */
export async function pastOf(db: Db, asked: PastAsked): Promise<PastTicket[]> {
  const here = await newestPast(db, asked, '=', asked.limit);
  const left = asked.limit - here.length;
  return left > 0 ? [...here, ...(await newestPast(db, asked, '<>', left))] : here;
}

function newestPast(db: Db, { scope, centreId, categoryId, area }: PastAsked, is: '=' | '<>', limit: number) {
  const seen = scopeClause(scope, 't');
  return rowsOf<PastTicket>(
    db,
    `select r.ticket_id as "ticketId", t.number as "number", t.title as "title", r.department_id as "departmentId",
        r.day as "day"
      from routed r join ticket t on t.id = r.ticket_id
      where r.centre_id = ? and r.category_id = ? and r.area ${is} ? and ${seen.text}
      order by r.day desc, r.n desc limit ${Math.trunc(limit)}`,
    [centreId, categoryId, area, ...seen.values],
  );
}

export type History = { text: string; categoryId: string; receivedAt: string };

/**
 * What citizens said and the category it had in the end, the newest first: what a model learns from. The centre is asked for
 * in a way no index answers, so that the newest are read until there are enough, and not all of the centre sorted.
 */
export const historyOf = (db: Db, centreId: string, limit: number): Promise<History[]> =>
  rowsOf(
    db,
    `select a.title || '\n' || a.content as "text", t.category_id as "categoryId", a.received_at as "receivedAt"
      from appeal a join ticket t on t.id = a.ticket_id
      where a.centre_id || '' = ? and t.category_id is not null and t.status <> 'awaitingDispatch'
        and coalesce(t.outcome, '') not in ('invalid', 'withdrawn')
      order by a.n desc limit ${Math.trunc(limit)}`,
    [centreId],
  );

export async function newestModel(db: Db, centreId: string): Promise<Omit<ModelRow, 'body'> | null> {
  const [row] = await rowsOf<Omit<ModelRow, 'body'>>(
    db,
    `select m.id as "id", m.centre_id as "centreId", m.trained_at as "trainedAt", m.examples as "examples", m.report as "report"
      from model m where m.centre_id = ? order by m.n desc limit 1`,
    [centreId],
  );
  return row ?? null;
}

export async function modelBody(db: Db, id: string): Promise<string> {
  const [row] = await rowsOf<{ body: string }>(db, 'select m.body as "body" from model m where m.id = ?', [id]);
  if (!row) throw new Error(`no model ${id}`);
  return row.body;
}

/** Keeps the newest `kept` models of the centre; an older one is never read again. */
export async function addModel(tx: Tx, model: ModelRow, kept: number): Promise<void> {
  await insertRow(tx, 'model', model);
  const rows = await rowsOf<{ id: string }>(
    tx,
    'select m.id as "id" from model m where m.centre_id = ? order by m.n desc',
    [model.centreId],
  );
  const old = rows.slice(kept).map((r) => r.id);
  if (old.length > 0) await run(tx, `delete from "model" where "id" in (${marks(old.length)})`, old);
}
