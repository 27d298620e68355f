import { CompiledQuery, type Insertable, type Selectable, type SqliteDatabase, type Updateable } from 'kysely';
import { contractColumns } from './contractColumns.ts';
import { type Db, DirectSqliteAdapter, type Tx } from './open.ts';
import type { Schema } from './schema.ts';

/** A piece of a statement and the values of its `?` marks. */
export type Clause = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Rows of a statement written by hand, with a `?` for each value and names in quotes as they are to be returned. For the
 * hot paths: building and compiling a query costs more than reading fifty rows, and on SQLite each call of a driver made
 * for the network costs more than a row.
 */
export async function rowsOf<R>(db: Db, text: string, values: readonly unknown[]): Promise<R[]> {
  const sqlite = sqliteOf(db);
  if (sqlite) return sqlite.prepare(text).all(values) as R[];
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(numbered(text), [...values]));
  return rows;
}

/** Runs a statement that returns nothing; how many rows it changed. */
export async function run(tx: Tx, text: string, values: readonly unknown[] = []): Promise<number> {
  const sqlite = sqliteOf(tx);
  if (sqlite) return Number(sqlite.prepare(text).run(values).changes);
  const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(numbered(text), [...values]));
  return Number(numAffectedRows ?? 0);
}

/** A table of the schema, and of these one whose rows have an id. */
type Table = keyof Schema;
type TableById = { [T in Table]: Selectable<Schema[T]> extends { id: string } ? T : never }[Table];
type Column<T extends Table> = keyof Selectable<Schema[T]> & string;

/** Inserts one row as it is; columns are the row's own properties. */
export async function insertRow<T extends Table>(tx: Tx, table: T, row: Insertable<Schema[T]>): Promise<void> {
  const columns = Object.keys(row);
  const key = `${table} ${columns.join(' ')}`;
  let text = inserts.get(key);
  if (!text) {
    const names = columns.map(quoted).join(', ');
    text = `insert into ${quoted(table)} (${names}) values (${marks(columns.length)})`;
    inserts.set(key, text);
  }
  await run(tx, text, Object.values(row));
}

/** Writes the changed columns of one row; returns how many rows matched. */
export async function updateRow<T extends TableById>(
  tx: Tx,
  table: T,
  id: string,
  changed: Updateable<Schema[T]>,
  guard?: { column: Column<T>; value: unknown },
): Promise<number> {
  const columns = Object.keys(changed);
  if (columns.length === 0) return 1;
  const sets = columns.map((c) => `${quoted(c)} = ?`).join(', ');
  const text = `update ${quoted(table)} set ${sets} where "id" = ?${guard ? ` and ${quoted(guard.column)} = ?` : ''}`;
  return run(tx, text, [...Object.values(changed), id, ...(guard ? [guard.value] : [])]);
}

/**
 * All rows of `table` with `column = value`, in insertion order, without the store's own key; `locked` until the
 * transaction ends (SQLite has one writer: nothing to lock).
 */
export async function rowsBy<T extends Table>(
  db: Db,
  table: T,
  column: Column<T>,
  value: string,
  locked?: 'locked',
): Promise<Omit<Schema[T], 'n'>[]> {
  const sqlite = sqliteOf(db);
  if (sqlite) return lookup(sqlite, table, column).all([value]) as never;
  const columns = contractColumns(table);
  const list = columns ? columns.map(quoted).join(', ') : '*';
  const text = `select ${list} from ${quoted(table)} where ${sameAs(quoted(column))} order by "n"${locked ? ' for update' : ''}`;
  return (await rowsOf<Schema[T] & { n?: unknown }>(db, text, [value])).map(({ n, ...row }) => row);
}

/** The statement, found without writing its text first: a case takes ten of them. */
function lookup(sqlite: SqliteDatabase, table: keyof Schema, column: string) {
  const known = lookups.get(sqlite) ?? new Map<string, Statement>();
  lookups.set(sqlite, known);
  const key = `${table} ${column}`;
  const statement =
    known.get(key) ??
    sqlite.prepare(
      `select ${allColumns(sqlite, table)} from ${quoted(table)} where ${sameAs(quoted(column))} order by "n"`,
    );
  known.set(key, statement);
  return statement;
}
type Statement = ReturnType<SqliteDatabase['prepare']>;
const lookups = new WeakMap<SqliteDatabase, Map<string, Statement>>();

export const isSqlite = (db: Db): boolean => sqliteOf(db) !== undefined;

/**
 * `column = ?` for a statement with an order. With `=` SQLite plans such a statement anew each time a value is bound (it
 * looks whether the value makes the order superfluous), which costs ten times the reading of the row.
 */
export const sameAs = (column: string) => `${column} in (?)`;

/** `?, ?, ?`; of nothing `null`, which equals nothing: PostgreSQL knows no empty list. */
export const marks = (count: number) => (count === 0 ? 'null' : Array(count).fill('?').join(', '));

/** Columns of `alias` under the names their rows have: `t."due_at" as "dueAt"`. */
export const named = (alias: string, names: readonly string[]) =>
  names.map((name) => `${alias}.${quoted(name)} as "${name}"`).join(', ');

const inserts = new Map<string, string>();

/** The columns of a table's rows by name: a plain `*` would leave the names in snake_case. */
function allColumns(sqlite: SqliteDatabase, table: keyof Schema): string {
  const columns = contractColumns(table);
  if (columns) return columns.map((name) => `${quoted(name)} as "${name}"`).join(', ');
  const info = sqlite.prepare('select name from pragma_table_info(?) where name <> ?').all([snake(table), 'n']);
  return (info as { name: string }[]).map(({ name }) => `"${name}" as "${camel(name)}"`).join(', ');
}

function sqliteOf(db: Db): SqliteDatabase | undefined {
  const { adapter } = db.getExecutor();
  return adapter instanceof DirectSqliteAdapter ? adapter.database : undefined;
}

/** `?` as PostgreSQL writes it: $1, $2, … */
const numbered = (text: string) => {
  let i = 0;
  return text.replace(/\?/g, () => `$${++i}`);
};
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** The last line before SQL text: a name is letters, whoever chose it. */
const quoted = (name: string) => {
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) throw new Error(`not the name of a column: ${JSON.stringify(name)}`);
  return `"${snake(name)}"`;
};
