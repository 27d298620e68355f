import { type Kysely, sql } from 'kysely';
import type { Engine, Store } from './open.ts';
import { type Found, product, type Stamp } from './stamp.ts';

/** Reads what a database is, without changing anything. */
export async function readFound({ reader, engine }: Pick<Store, 'reader' | 'engine'>): Promise<Found> {
  const plain = reader.withoutPlugins();
  const listed = await sql<{ name: string }>`${sql.raw(listing[engine])}`.execute(plain);
  const tables = listed.rows.map(({ name }) => name);
  if (!tables.includes('stamp')) return { tables, stamp: null };
  // A foreign table of this name may have other columns: then it is no stamp of ours.
  const read = await sql<Stamp>`select product, version from stamp where id = 1`.execute(plain).catch(() => null);
  const [stamp] = read?.rows ?? [];
  return { tables, stamp: stamp ? { product: stamp.product, version: Number(stamp.version) } : null };
}

/** Says in the transaction of a step that the store has been through it. */
export async function writeStamp(db: Kysely<unknown>, version: number): Promise<void> {
  await sql`insert into stamp (id, product, version) values (1, ${product}, ${version})
    on conflict (id) do update set version = excluded.version`.execute(db.withoutPlugins());
}

const listing: Record<Engine, string> = {
  sqlite: `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  postgres: `select tablename as name from pg_tables where schemaname = current_schema()`,
};
