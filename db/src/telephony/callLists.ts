import type { Call } from '@hotline/shared/telephony/call';
import type { CallScope } from '@hotline/shared/telephony/callScope';
import { type RawBuilder, sql } from 'kysely';
import type { Cursor } from '../lists/lists.ts';
import { callColumns } from '../store/contractColumns.ts';
import type { Db } from '../store/open.ts';
import { below } from '../store/scope.ts';
import { callIn } from './calls.ts';

export type CallFilter = {
  /** Put to this person at any time. */
  addressedTo?: string;
  status?: 'open' | 'ended';
  /** Missed, and not rung back yet. */
  wantsCallback?: boolean;
  missed?: boolean;
  /** Answered here, and neither an appeal logged nor said that none is needed. */
  unlogged?: boolean;
  direction?: string;
  queue?: string;
  agentId?: string;
  phone?: string;
  from?: string;
  to?: string;
};

/** Newest first; what wants to be rung back the other way round, for whoever waits longest comes first. */
export async function listCalls(
  db: Db,
  scope: CallScope,
  filter: CallFilter,
  page: { after: Cursor | null; limit: number },
): Promise<(Call & { n: number })[]> {
  const oldestFirst = filter.wantsCallback === true;
  let query = db
    .selectFrom('call')
    .select([...callColumns, 'n'])
    .where(callsInScope(scope));
  if (filter.addressedTo) query = query.where(addressedTo(filter.addressedTo));
  if (filter.status === 'open') query = query.where('status', '<>', 'ended');
  if (filter.status === 'ended') query = query.where('status', '=', 'ended');
  if (filter.wantsCallback) query = query.where('callbackAt', 'is', null).where('phone', 'is not', null);
  if (filter.wantsCallback || filter.missed)
    query = query.where('direction', '=', 'in').where('outcome', 'in', ['abandoned', 'missed']);
  if (filter.unlogged)
    query = query
      .where('answeredAt', 'is not', null)
      .where('direction', '=', 'in')
      .where('appealId', 'is', null)
      .where('dismissedAt', 'is', null);
  if (filter.direction) query = query.where('direction', '=', filter.direction as Call['direction']);
  if (filter.queue) query = query.where('queue', '=', filter.queue);
  if (filter.agentId) query = query.where('agentId', '=', filter.agentId);
  if (filter.phone) query = query.where('phone', '=', filter.phone);
  if (filter.from) query = query.where('ringingAt', '>=', filter.from);
  if (filter.to) query = query.where('ringingAt', '<', filter.to);
  if (page.after) {
    const { value, n } = page.after;
    query = oldestFirst
      ? query.where(sql<boolean>`(ringing_at, n) > (${value}, ${n})`)
      : query.where(sql<boolean>`(ringing_at, n) < (${value}, ${n})`);
  }
  const way = oldestFirst ? 'asc' : 'desc';
  const rows = await query.orderBy('ringingAt', way).orderBy('n', way).limit(page.limit).execute();
  return rows.map((row) => ({ ...callIn(row), n: Number(row.n) }));
}

/** How many calls wait to be rung back, in scope. */
export async function countWantingCallback(db: Db, scope: CallScope): Promise<number> {
  const row = await db
    .selectFrom('call')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('direction', '=', 'in')
    .where('outcome', 'in', ['abandoned', 'missed'])
    .where('callbackAt', 'is', null)
    .where('phone', 'is not', null)
    .where(callsInScope(scope))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The scope of calls as a condition: the same decision as `seesCall` in shared/telephony/callScope.ts, proved equal. */
function callsInScope(scope: CallScope): RawBuilder<boolean> {
  const within = (path: string) => sql<boolean>`(call.centre_path >= ${path} and call.centre_path < ${below(path)})`;
  const anyOf = (paths: readonly string[]) => sql<boolean>`(${sql.join(paths.map(within), sql` or `)})`;
  const missed = sql<boolean>`(call.direction = 'in' and call.outcome in ('abandoned', 'missed'))`;
  const parts = [
    addressedTo(scope.personId),
    ...(scope.all.length > 0 ? [anyOf(scope.all)] : []),
    ...(scope.missed.length > 0 ? [sql<boolean>`(${missed} and ${anyOf(scope.missed)})`] : []),
  ];
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

const addressedTo = (personId: string) =>
  sql<boolean>`call.id in (select s.call_id from call_signal s where s.agent_id = ${personId})`;
