import { CompiledQuery, SqliteAdapter } from 'kysely';
import type { Db, Tx } from './open.ts';
import type { Schema } from './schema.ts';

/** Statement text per table and column list, so that the hot writes are compiled once. */
const texts = new Map<string, string>();

export const isSqlite = (db: Db) => db.getExecutor().adapter instanceof SqliteAdapter;

/** Placeholder `i` (from 1) in the store's own dialect. */
export const mark = (sqlite: boolean, i: number) => (sqlite ? '?' : `$${i}`);

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts one row as it is; columns are the row's own properties. */
export async function insertRow(tx: Tx, table: keyof Schema, row: Record<string, unknown>): Promise<void> {
  const sqlite = isSqlite(tx);
  const columns = Object.keys(row);
  const key = `${sqlite ? 's' : 'p'}i${table}:${columns.length}:${columns[0] ?? ''}:${columns.at(-1) ?? ''}`;
  let text = texts.get(key);
  if (!text) {
    const names = columns.map((c) => `"${snake(c)}"`).join(', ');
    const marks = columns.map((_, i) => mark(sqlite, i + 1)).join(', ');
    text = `insert into "${snake(table)}" (${names}) values (${marks})`;
    texts.set(key, text);
  }
  await tx.executeQuery(CompiledQuery.raw(text, Object.values(row)));
}

/** Writes the changed columns of one row; returns how many rows matched. */
export async function updateRow(
  tx: Tx,
  table: keyof Schema,
  id: string,
  changed: Record<string, unknown>,
  guard?: { column: string; value: unknown },
): Promise<number> {
  const sqlite = isSqlite(tx);
  const columns = Object.keys(changed);
  if (columns.length === 0) return 1;
  const sets = columns.map((c, i) => `"${snake(c)}" = ${mark(sqlite, i + 1)}`).join(', ');
  const and = guard ? ` and "${snake(guard.column)}" = ${mark(sqlite, columns.length + 2)}` : '';
  const text = `update "${snake(table)}" set ${sets} where "id" = ${mark(sqlite, columns.length + 1)}${and}`;
  const values = [...Object.values(changed), id, ...(guard ? [guard.value] : [])];
  const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(text, values));
  return Number(numAffectedRows ?? 0);
}

/** Reads all rows of `table` with `column = value`, in insertion order, without compiling the query again. */
export async function rowsBy<T extends keyof Schema>(
  db: Db,
  table: T,
  column: string,
  value: string,
): Promise<(Schema[T] & { n?: unknown })[]> {
  const text = `select * from "${snake(table)}" where "${snake(column)}" = ${mark(isSqlite(db), 1)} order by "n"`;
  const { rows } = await db.executeQuery<Schema[T]>(CompiledQuery.raw(text, [value]));
  return rows as (Schema[T] & { n?: unknown })[];
}
