import { CompiledQuery, sql } from 'kysely';
import type { Db, Store, Tx } from '../store/open.ts';

/** Rows of one table, in the order of `columns`. */
export type Rows = { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly unknown[][] };

const rowsAtATime = 2_000;

/**
 * Every table of a PostgreSQL store as it stands at one moment, in one transaction that only reads: others write on. Values
 * are what JSON holds of them; texts that PostgreSQL has a type for (`tsvector`) come and go as it writes them.
 */
export async function readTables(store: Store, take: (rows: Rows) => Promise<void>): Promise<void> {
  await store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const plain = tx.withoutPlugins();
      for (const table of await tablesOf(plain)) {
        const columns = await columnsOf(plain, table);
        const list = columns.map((name) => sql.id(name));
        await sql`declare rows_of_table no scroll cursor for select ${sql.join(list)} from ${sql.id(table)}`.execute(
          plain,
        );
        await take({ table, columns, rows: [] });
        for (;;) {
          const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(rowsAtATime)} from rows_of_table`.execute(
            plain,
          );
          if (rows.length === 0) break;
          await take({ table, columns, rows: rows.map((row) => columns.map((name) => row[name])) });
        }
        await sql`close rows_of_table`.execute(plain);
      }
    });
}

/** How many rows each table has. */
export async function countRows(store: Pick<Store, 'engine' | 'reader'>): Promise<Record<string, number>> {
  const plain = store.reader.withoutPlugins();
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(plain, store.engine)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.id(table)}`.execute(plain);
    counts[table] = Number(rows[0]?.count);
  }
  return counts;
}

/** Puts rows into a table of an empty store. */
export async function writeRows(db: Db, { table, columns, rows }: Rows): Promise<void> {
  const atOnce = Math.max(1, Math.floor(parametersAtATime / columns.length));
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    let i = 0;
    const marks = some.map((row) => `(${row.map(() => `$${++i}`).join(', ')})`).join(', ');
    const names = columns.map((name) => `"${name}"`).join(', ');
    await db.executeQuery(CompiledQuery.raw(`insert into "${table}" (${names}) values ${marks}`, some.flat()));
  }
}

/** PostgreSQL takes 65,535. */
const parametersAtATime = 60_000;

/** After rows came with their keys: the next key is behind the last. */
export async function continueKeys(db: Db): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db);
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, ${column}),
      (select coalesce(max(${sql.id(column)}), 0) + 1 from ${sql.id(table)}), false)`.execute(db);
}

/** Of the full text SQLite keeps tables of its own, which no one else reads. */
async function tablesOf(db: Db, engine: Store['engine'] = 'postgres'): Promise<string[]> {
  const text =
    engine === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and sql like '% strict' order by name`
      : `select tablename as name from pg_tables where schemaname = current_schema() order by tablename`;
  return (await sql<{ name: string }>`${sql.raw(text)}`.execute(db)).rows.map(({ name }) => name);
}

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} order by ordinal_position`.execute(db);
  return rows.map(({ name }) => name);
}

/** Drops every table of the store; within a transaction it can still be undone. */
export async function clearTables(tx: Tx): Promise<void> {
  for (const table of await tablesOf(tx)) await sql`drop table ${sql.id(table)} cascade`.execute(tx);
}

/** Whether another program is connected to the same PostgreSQL database. */
export async function othersConnected(store: Store): Promise<boolean> {
  // Only this connection of ours is open: whoever else is there is somebody else.
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
    store.reader,
  );
  return Number(rows[0]?.count) > 0;
}
