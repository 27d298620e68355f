import {
  type ColumnDefinitionBuilder,
  type CreateIndexBuilder,
  type CreateTableBuilder,
  type Kysely,
  sql,
} from 'kysely';
import type { Engine } from '../../store/open.ts';

/** What the files of a migration build with: the same words for both stores. */
export type Build = {
  /**
   * A table with the store's own integer key `n`: insertion order, tie-breaker of keysets, rowid of the full text. `key`
   * names it otherwise where the key itself says something. SQLite tables are STRICT.
   */
  table(name: string, key?: string): CreateTableBuilder<string, string>;
  /** Without a key that the store gives by itself. */
  bareTable(name: string): CreateTableBuilder<string, never>;
  index(name: string, table: string): CreateIndexBuilder;
  /** PostgreSQL orders text by code point like SQLite does. */
  readonly text: 'text' | ReturnType<typeof sql>;
  readonly integer: 'integer' | 'bigint';
  readonly real: 'real' | 'double precision';
  readonly engine: Engine;
  readonly db: Kysely<unknown>;
};

export const notNull = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

export const primaryKey = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

export function buildOn(db: Kysely<unknown>, engine: Engine): Build {
  const sqlite = engine === 'sqlite';
  const integer = sqlite ? 'integer' : 'bigint';
  const bareTable = (name: string): CreateTableBuilder<string, never> => {
    const table = db.schema.createTable(name);
    return sqlite ? table.modifyEnd(sql`strict`) : table;
  };
  return {
    table: (name, key = 'n') =>
      bareTable(name).addColumn(key, integer, (column) =>
        sqlite ? column.primaryKey() : column.generatedByDefaultAsIdentity().primaryKey(),
      ),
    bareTable,
    index: (name, table) => db.schema.createIndex(`${name}_ix`).on(table),
    text: sqlite ? 'text' : sql`text collate "C"`,
    integer,
    real: sqlite ? 'real' : 'double precision',
    engine,
    db,
  };
}
