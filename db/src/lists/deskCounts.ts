import type { Scope } from '@hotline/shared/people/scope';
import { sql } from 'kysely';
import type { Db } from '../store/open.ts';
import { below, built, inScope } from '../store/scope.ts';
import { isOpenDispatch, isOverdueDispatch } from './openDispatch.ts';
import { countWaiting } from './waiting.ts';

/** How many open tickets are in each status, and how many dispatches in each dispatch status, in scope. */
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
  let dispatches = db
    .selectFrom('dispatch as d')
    .innerJoin('ticket as t', 't.id', 'd.ticketId')
    .select(['d.status as key', (eb) => eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`${sql.raw(isOpenDispatch('d'))}`)
    .where(inScope(scope, 't'))
    .groupBy('d.status');
  let late = db
    .selectFrom('dispatch as d')
    .innerJoin('ticket as t', 't.id', 'd.ticketId')
    .select(sql<number>`count(distinct d.ticket_id)`.as('count'))
    .where(built(isOverdueDispatch('d', now)))
    .where(inScope(scope, 't'));
  if (path) {
    dispatches = dispatches.where('d.departmentPath', '>=', path).where('d.departmentPath', '<', below(path));
    late = late.where('d.departmentPath', '>=', path).where('d.departmentPath', '<', below(path));
  }
  const [byStatus, byDispatch, overdue] = [await tickets, await dispatches.execute(), await late.executeTakeFirst()];
  return {
    ...Object.fromEntries(byStatus.map((r) => [r.key, r.count])),
    ...Object.fromEntries(byDispatch.map((r) => [`dispatch.${r.key}`, r.count])),
    overdue: Number(overdue?.count ?? 0),
    ...(await countWaiting(db, scope, now)),
  };
}
