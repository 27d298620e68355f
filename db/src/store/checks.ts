import { sql } from 'kysely';
import type { Db, Store } from './open.ts';
import { marks, rowsOf } from './rows.ts';

/** A promise of the store, and those who break it: ids of a few, none when it is kept. */
export type Check = { readonly name: string; broken(db: Db): Promise<string[]> };
/** `since`: the version of a store from which it can be asked; a backup before an upgrade examines what an older program left. */
type RowCheck = Check & { readonly since: number };

/** At most so many culprits are named. */
const few = 5;

/** Selects ids as `id`; whatever it selects breaks the promise. */
const check = (name: string, select: string, since = 1): RowCheck => ({
  name,
  since,
  broken: async (db) => (await rowsOf<{ id: string }>(db, `${select} limit ${few}`, [])).map(({ id }) => String(id)),
});

/** Of an import that was undone the log alone is left. */
const unlessTakenBack = ` and not exists (select 1 from event e where e.ticket_id = c.ticket_id and e.verb = 'takeBack')`;

const childTables = [
  'appeal',
  'dispatch',
  'request',
  'reply',
  'citation',
  'callback',
  'urge',
  'card',
  'supervision_order',
  'pause',
  'event',
];

/** What must hold between rows, whatever happened; on both stores. */
export const rowChecks: readonly RowCheck[] = [
  check(
    'every ticket was logged',
    `select t.id as "id" from ticket t where not exists
      (select 1 from event e where e.ticket_id = t.id and e.version = 1)`,
  ),
  check(
    'a ticket’s version counts its events',
    `select t.id as "id" from ticket t left join event e on e.ticket_id = t.id
      group by t.id, t.version having count(e.seq) <> t.version or max(e.version) <> t.version`,
  ),
  check(
    'the log has no gaps',
    `select e.seq as "id" from event e where e.seq > 1 and not exists (select 1 from event b where b.seq = e.seq - 1)`,
  ),
  check(
    'every text as it came has its event',
    `select o.n as "id" from original_text o where not exists
      (select 1 from event e where e.seq = o.event_seq and e.ticket_id = o.ticket_id)`,
    4,
  ),
  check(
    'the head is the last event',
    `select h.seq as "id" from head h where h.seq <> (select coalesce(max(seq), 0) from event)`,
  ),
  ...childTables.map((table) =>
    check(
      `every ${table.replace('_', ' ')} has its ticket`,
      `select ${table === 'event' ? 'c.seq' : 'c.id'} as "id" from "${table}" c where not exists
        (select 1 from ticket t where t.id = c.ticket_id)${table === 'event' ? unlessTakenBack : ''}`,
    ),
  ),
  check(
    'a closed ticket has only closed appeals',
    `select t.id as "id" from ticket t join appeal a on a.ticket_id = t.id where t.status = 'closed' and a.status <> 'closed'`,
  ),
  check(
    'one lead a round',
    `select ticket_id as "id" from dispatch where role = 'lead' and parent_id is null
      and status not in ('returned', 'released') group by ticket_id, round having count(*) > 1`,
  ),
  check(
    'every citation names a version that was published',
    `select c.id as "id" from citation c where not exists (select 1 from article_change v
      where v.article_id = c.article_id and v.version = c.version and v.status = 'published')`,
  ),
  check(
    'an article’s version counts what was published of it',
    `select a.id as "id" from article a left join article_change v on v.article_id = a.id and v.status = 'published'
      group by a.id, a.version having count(v.id) <> a.version or coalesce(max(v.version), 0) <> a.version`,
  ),
  check('no ticket number twice', 'select number as "id" from ticket group by number having count(*) > 1'),
  check('no appeal number twice', 'select number as "id" from appeal group by number having count(*) > 1'),
];

/** About `count` tickets, evenly spread from the first to the last. */
export async function spreadTickets(db: Db, count: number): Promise<{ id: string; centreId: string }[]> {
  const [last] = await rowsOf<{ n: number | null }>(db, 'select max("n") as "n" from "ticket"', []);
  const step = Math.max(1, Math.floor((last?.n ?? 0) / count));
  const places = Array.from({ length: count }, (_, i) => 1 + i * step);
  return rowsOf(db, `select "id", "centre_id" as "centreId" from "ticket" where "n" in (${marks(count)})`, places);
}

/** What the database says of its own pages and indexes; PostgreSQL checks its pages as it reads them. */
export async function integrity(store: Pick<Store, 'engine' | 'reader'>): Promise<string[]> {
  if (store.engine !== 'sqlite') return [];
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check(5)`.execute(store.reader);
  return rows.map((r) => r.integrityCheck).filter((said) => said !== 'ok');
}
