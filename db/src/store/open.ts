import { basename, dirname } from 'node:path';
import { Refusal } from '@hotline/shared/refusal';
import Sqlite from 'better-sqlite3';
import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { makeFolder } from './folder.ts';
import { NamingClient } from './namedStatements.ts';
import type { Schema } from './schema.ts';
import { type Stamp, versionOf } from './stamp.ts';
import { storeFile } from './storeFile.ts';

export type Engine = 'sqlite' | 'postgres';
/** Reading is allowed here; writing only inside a command, which gets a `Tx`. */
export type Db = Kysely<Schema>;
/** In the signature it means: must run inside the writer's transaction. */
export type Tx = Transaction<Schema>;

/** One store, opened: the writer is private to db/src/writer.ts. */
export type Store = {
  readonly engine: Engine;
  readonly url: string;
  readonly reader: Db;
  readonly writer: Db;
  close(): Promise<void>;
};

/**
 * Opens `file:data/hotline.db` or `postgres://…`.
 * @throws Refusal naming the setting, when durability cannot be had as promised.
 */
export function openStore(url: string): Store {
  return engineOf(url) === 'postgres' ? openPostgres(url) : openSqlite(url);
}

export const engineOf = (url: string): Engine => (/^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite');

const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

function openSqlite(url: string): Store {
  const file = storeFile(url);
  if (basename(file) === ':memory:')
    throw new Refusal('invalid', '需要一个文件：写入与读取各用一个连接，:memory: 不能共享。');
  makeFolder(dirname(file));
  const writing = openOurs(file);
  writing.pragma('journal_mode = WAL');
  // better-sqlite3's default in WAL is NORMAL, which loses acknowledged tickets at a power cut.
  writing.pragma('synchronous = FULL');
  writing.pragma('foreign_keys = ON');
  writing.pragma('temp_store = MEMORY');
  writing.pragma('cache_size = -32000');
  writing.pragma('journal_size_limit = 67108864');
  // Pages go home from the reader thread (checkpoint.ts); where there is none, or it cannot keep up, the writer does it
  // itself before the log holds more than 64 MB.
  writing.pragma('wal_autocheckpoint = 16384');
  writing.pragma('trusted_schema = OFF');
  const synchronous = writing.pragma('synchronous', { simple: true });
  const mode = writing.pragma('journal_mode', { simple: true });
  if (synchronous !== 2 || mode !== 'wal')
    throw new Refusal('invalid', `数据库未按 WAL + FULL 打开（${String(mode)}, ${String(synchronous)}），拒绝启动。`);
  const reader = openSqliteReader(file, 32_000);
  return {
    engine: 'sqlite',
    url,
    reader: reader.db,
    writer: kyselyOn(writing),
    close: async () => {
      reader.close();
      // The last connection brings the log home by itself. Asked for here it would hold up the writer of a running server
      // whenever a command that only reads ends.
      writing.close();
    },
  };
}

/** Looks what the file is before the first change, which for another program's database would be WAL. */
function openOurs(file: string): Sqlite.Database {
  const database = new Sqlite(file);
  try {
    database.pragma('busy_timeout = 5000');
    const tables = database.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[];
    versionOf({ tables, stamp: stampIn(database, tables) }, Number.POSITIVE_INFINITY);
    return database;
  } catch (error) {
    database.close();
    if (String((error as { code?: unknown }).code) !== 'SQLITE_NOTADB') throw error;
    throw new Refusal(
      'conflict',
      `${file} 不是数据库文件，未作任何改动。请核对 HOTLINE_DATABASE 或 --database 指向的位置。`,
    );
  }
}

function stampIn(database: Sqlite.Database, tables: readonly string[]): Stamp | null {
  if (!tables.includes('stamp')) return null;
  try {
    return (database.prepare('select product, version from stamp where id = 1').get() as Stamp | undefined) ?? null;
  } catch {
    return null;
  }
}

/** A connection that only reads. Closed by itself: Kysely closes only what it has opened, which rows.ts goes past. */
export type Reader = { readonly db: Db; close(): void };

/** One more connection that only reads, for another thread or process; on PostgreSQL a pool of its own. */
export function openReader(url: string): Reader {
  if (engineOf(url) === 'sqlite') return openSqliteReader(storeFile(url), 16_000);
  const { reader, close } = openPostgres(url);
  return { db: reader, close: () => void close() };
}

function openSqliteReader(file: string, cacheKb: number): Reader {
  const reading = new Sqlite(file);
  reading.pragma('busy_timeout = 5000');
  reading.pragma('query_only = ON');
  reading.pragma('temp_store = MEMORY');
  reading.pragma(`cache_size = -${cacheKb}`);
  return { db: kyselyOn(reading), close: () => void reading.close() };
}

const kyselyOn = (database: Sqlite.Database): Db =>
  new Kysely<Schema>({ dialect: new DirectSqliteDialect({ database: cached(database) }), plugins });

function openPostgres(url: string): Store {
  // count, sum and bigint arrive as text otherwise; every figure here stays far below 2^53.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === 20 || oid === 1700 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    types: types as pg.CustomTypesConfig,
    Client: NamingClient,
  });
  // A resting connection that breaks (a restart of PostgreSQL) is replaced at its next use; unheard it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins });
  return { engine: 'postgres', url, reader: db, writer: db, close: () => db.destroy() };
}

/** Kysely prepares at every call; here a statement is prepared once for each SQL text. */
function cached(database: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => {
      statements.clear();
      database.close();
    },
    prepare: (text) => {
      let statement = statements.get(text);
      if (!statement) {
        if (statements.size >= 1000) statements.clear();
        statement = database.prepare(text) as unknown as ReturnType<SqliteDatabase['prepare']>;
        statements.set(text, statement);
      }
      return statement;
    },
  };
}

/** Leads from a `Db` or a `Tx` to its one connection, for the statements of db/src/rows.ts that need no query builder. */
export class DirectSqliteAdapter extends SqliteAdapter {
  readonly database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super();
    this.database = database;
  }
  /** A step of the schema that fails half-way must leave nothing: SQLite can undo it, Kysely does not ask it to. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class DirectSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#database = config.database;
  }
  override createAdapter() {
    return new DirectSqliteAdapter(this.#database);
  }
  override createDriver() {
    return new ImmediateSqliteDriver({ database: this.#database });
  }
}

/** BEGIN IMMEDIATE: a deferred transaction that turns into a writer half-way can fail with BUSY after reading. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
