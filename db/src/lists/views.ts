import type { Scope } from '@hotline/shared/people/scope';
import type { SavedViewRow } from '../store/findingRows.ts';
import type { Db, Tx } from '../store/open.ts';
import { type Clause, insertRow, named, rowsOf, run } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';
import { deskOf, isByDispatch, listedDispatch, restrictions, type Sort, type TicketFilter } from './lists.ts';
import { waitConditions } from './waiting.ts';

const shown = named('v', ['id', 'centreId', 'ownerId', 'audience', 'departmentPath', 'name', 'query', 'createdAt']);

/** A person's own views, those of the departments he works for, and the centre's, as they were saved. */
export async function viewsFor(db: Db, centreId: string, ownerId: string, paths: readonly string[]) {
  const views = await rowsOf<SavedViewRow>(db, `select ${shown} from saved_view v where v.centre_id = ? order by v.n`, [
    centreId,
  ]);
  return views.filter(
    (v) =>
      v.ownerId === ownerId ||
      v.audience === 'centre' ||
      (v.audience === 'department' && v.departmentPath !== null && paths.includes(v.departmentPath)),
  );
}

export const addView = (tx: Tx, view: SavedViewRow) => insertRow(tx, 'savedView', view);

/** Only its owner drops a view; how many that were. */
export const dropView = (tx: Tx, id: string, ownerId: string) =>
  run(tx, 'delete from "saved_view" where "id" = ? and "owner_id" = ?', [id, ownerId]);

export async function countViews(tx: Db, ownerId: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    'select count(*) as "count" from saved_view v where v.owner_id = ?',
    [ownerId],
  );
  return row?.count ?? 0;
}

/** How many tickets `listTickets` would list with this filter, page after page. */
export async function countTickets(db: Db, scope: Scope, filter: TicketFilter, sort: Sort) {
  const path = deskOf(scope, filter);
  const seen = [scopeClause(scope, 't'), ...restrictions(filter)];
  if (filter.waiting) return count(db, 'count(*)', 'ticket t', [...waitConditions(scope, filter), ...seen]);
  if (isByDispatch(path, filter)) {
    const from = 'dispatch d join ticket t on t.id = d.ticket_id';
    return count(db, 'count(distinct t.id)', from, [...listedDispatch(filter, path, 'd'), ...seen]);
  }
  const isOpen = filter.status && !filter.status.includes('closed');
  return count(db, 'count(*)', 'ticket t', [
    ...(sort === 'due' ? [{ text: 't.promised_due_at is not null', values: [] }] : []),
    ...(filter.dueBefore ? [{ text: 't.promised_due_at < ?', values: [filter.dueBefore] }] : []),
    // Word for word the condition of the partial indexes.
    ...(isOpen ? [{ text: "t.status <> 'closed'", values: [] }] : []),
    ...seen,
  ]);
}

async function count(db: Db, what: string, from: string, conditions: readonly Clause[]): Promise<number> {
  const text = `select ${what} as "count" from ${from} where ${conditions.map((c) => c.text).join(' and ')}`;
  const [row] = await rowsOf<{ count: number }>(
    db,
    text,
    conditions.flatMap((c) => c.values),
  );
  return Number(row?.count ?? 0);
}
