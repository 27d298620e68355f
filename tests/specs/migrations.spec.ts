import { existsSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { continueKeys, writeRows } from '@hotline/db/backup/tables';
import { fillCounters } from '@hotline/db/figures/fillCounters';
import { migrate, type Step, steps, storeVersion } from '@hotline/db/migrate';
import { contractColumns, contractTables } from '@hotline/db/store/contractColumns';
import { openStore } from '@hotline/db/store/open';
import { snake } from '@hotline/db/store/rows';
import { upgrade } from '@hotline/server/app/upgrade';
import { readDump } from '@hotline/server/backup/dump';
import { restore } from '@hotline/server/backup/restore';
import { verify } from '@hotline/server/jobs/verify';
import { routes } from '@hotline/shared/api/routes';
import { lateEntryRate } from '@hotline/shared/figures/lateEntryRate';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { catalogueOf } from '../support/catalogue.ts';
import { openHotline } from '../support/hotline.ts';
import { emptyPlace, temporaryFolder } from '../support/places.ts';

const now = '2026-11-02T02:00:00.000Z';
const isPostgres = () => inject('postgresUrl') !== '';
const fixtures = join(import.meta.dirname, '../fixtures');

/** An empty store that is gone after the test. */
async function empty() {
  const { url, drop } = await emptyPlace();
  onTestFinished(drop);
  const store = openStore(url);
  onTestFinished(() => store.close());
  return store;
}

/** What an earlier version left behind: a backup of a store of that version. */
function keptOf(version: number): string {
  const folder = temporaryFolder();
  onTestFinished(folder.drop);
  const kept = join(fixtures, `store-${version}.${isPostgres() ? 'postgres' : 'sqlite'}`);
  const file = join(folder.path, 'backup');
  writeFileSync(file, brotliDecompressSync(readFileSync(`${kept}.br`)));
  writeFileSync(`${file}.json`, readFileSync(`${kept}.json`));
  return file;
}

/** The same, brought to this version. */
async function leftBehind(version: number) {
  const file = keptOf(version);
  const { url, drop } = await emptyPlace();
  onTestFinished(drop);
  const done = await restore(file, url, { replace: false, now: () => now });
  return { url, done };
}

const widened: Step = {
  name: '9999-widened',
  up: () => async (db) => {
    await db.schema.alterTable('note').addColumn('colour', 'text').execute();
  },
};
const failing: Step = {
  name: '9999-failing',
  up: (engine) => async (db) => {
    await widened.up(engine)(db);
    throw new Error('the disk is full');
  },
};

describe('every version ever released', () => {
  const versions = readdirSync(fixtures)
    .flatMap((name) => /^store-(\d+)\.sqlite\.br$/.exec(name)?.[1] ?? [])
    .map(Number);

  test('is kept as a store of both kinds', () => {
    expect(versions.toSorted()).toEqual(steps.map((_, i) => i + 1));
    for (const version of versions) expect(existsSync(join(fixtures, `store-${version}.postgres.br`))).toBe(true);
  });

  test.each(versions)(
    '%i is what its steps still make of an empty store: a released step is never edited',
    async (version) => {
      const store = await empty();
      await migrate(store, steps.slice(0, version), { counts: false });
      const made = await catalogueOf(store);
      // If this fails, a released step was edited: add a new one instead (CONTRIBUTING, “To change the store”).
      const told = isPostgres()
        ? await tablesIn(keptOf(version), made)
        : { kept: await catalogueIn(keptOf(version)), made };
      expect(told.kept).toEqual(told.made);
    },
  );

  test.each(versions)('%i comes to today’s schema, keeps its promises and can be read to the end', async (version) => {
    const { url, done } = await leftBehind(version);
    const store = openStore(url);
    expect(await catalogueOf(store)).toEqual(await catalogueOf(await founded()));
    expect((await verify(store)).checks.filter((check) => !check.ok)).toEqual([]);
    const base = { store, clock: { now } } as Awaited<ReturnType<typeof openHotline>>;
    const h = await openHotline({ beside: base });
    for (const person of ['admin', 'manager', 'agent', 'dispatcher', 'urban']) {
      const cookie = await h.signIn(person);
      for (const { method, path } of Object.values(routes)) {
        if (method !== 'GET' || path.includes(':')) continue;
        const { statusCode, body } = await h.server.inject({ method, url: path, headers: { cookie } });
        expect(statusCode, `${path} as ${person}: ${body.slice(0, 200)}`).toBeLessThan(500);
      }
    }
    const manager = await h.as('manager');
    const tickets = await store.reader.selectFrom('ticket').select('id').execute();
    expect(tickets).toHaveLength(done.manifest.rows['ticket'] ?? 0);
    for (const { id } of tickets) expect((await manager.call('ticket', { params: { id } })).ticket.id).toBe(id);
    await store.close();
    await h.close();
  });

  test.each(versions)('%i is backed up as it stands and upgraded at the next start', async (version) => {
    const store = await asItLay(version);
    // PostgreSQL’s backups lie below where the program was started.
    const folder = temporaryFolder();
    onTestFinished(folder.drop);
    const before = process.cwd();
    process.chdir(folder.path);
    onTestFinished(() => process.chdir(before));
    const { ran, backedUp } = await upgrade(store, () => now);
    expect(ran).toEqual(steps.slice(version).map(({ name }) => name));
    expect(backedUp === null).toBe(version === steps.length);
    if (backedUp === null) return;
    expect(JSON.parse(readFileSync(`${backedUp}.json`, 'utf8'))).toMatchObject({ version });
  });

  /** Not brought to this version yet. */
  async function asItLay(version: number) {
    const file = keptOf(version);
    if (!isPostgres()) {
      const store = openStore(`file:${file}`);
      onTestFinished(() => store.close());
      return store;
    }
    const store = await empty();
    await migrate(store, steps.slice(0, version), { counts: false });
    await store.writer.transaction().execute(async (tx) => {
      await tx.deleteFrom('head').execute();
      const byMigration = ['stamp', 'kysely_migration', 'kysely_migration_lock'];
      for await (const rows of readDump(file)) if (!byMigration.includes(rows.table)) await writeRows(tx, rows);
      await continueKeys(tx);
    });
    return store;
  }

  /** A kept store of SQLite is a database, which tells its tables, columns and indexes. */
  async function catalogueIn(file: string) {
    const store = openStore(`file:${file}`);
    const lines = await catalogueOf(store);
    await store.close();
    return lines;
  }

  /** One of PostgreSQL is rows: its manifest tells its tables, and those that hold any their columns. */
  async function tablesIn(file: string, made: readonly string[]) {
    const { rows }: { rows: Record<string, number> } = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
    const columns = new Set<string>();
    const isOurs = (table: string) => !table.startsWith('kysely_');
    for await (const { table, columns: names } of readDump(file))
      if (isOurs(table)) for (const name of names) columns.add(`${table}.${name}`);
    const today = made.filter((line) => !line.startsWith('CREATE ')).map((line) => line.split(' ')[0] ?? '');
    const tableOf = (column: string) => column.split('.')[0] ?? '';
    return {
      kept: [Object.keys(rows).filter(isOurs).sort(), [...columns].sort()],
      made: [[...new Set(today.map(tableOf))].sort(), today.filter((column) => rows[tableOf(column)] !== 0).sort()],
    };
  }

  async function founded() {
    const store = await empty();
    await migrate(store);
    return store;
  }
});

describe('a step', () => {
  test('is stamped, and the program without it refuses the store with what to do', async () => {
    const store = await empty();
    await migrate(store);
    expect(await migrate(store, [...steps, widened])).toEqual(['9999-widened']);
    await expect(migrate(store)).rejects.toThrow('请改用新版程序');
    await expect(storeVersion(store)).rejects.toThrow('比本程序');
    expect(await storeVersion(store, [...steps, widened])).toBe(steps.length + 1);
  });

  test('that fails half-way has not happened, on SQLite either', async () => {
    const store = await empty();
    await migrate(store);
    const before = await catalogueOf(store);
    await expect(migrate(store, [...steps, failing])).rejects.toThrow('the disk is full');
    expect(await catalogueOf(store)).toEqual(before);
    expect(await storeVersion(store)).toBe(steps.length);
    expect(await migrate(store, [...steps, widened])).toEqual(['9999-widened']);
  });

  test.skipIf(isPostgres())('is preceded by a backup of what stood there', async () => {
    const { url } = await leftBehind(steps.length);
    const store = openStore(url);
    onTestFinished(() => store.close());
    expect(await upgrade(store, () => now)).toEqual({ ran: [], backedUp: null });
    const { ran, backedUp } = await upgrade(store, () => now, { known: [...steps, widened] });
    expect(ran).toEqual(['9999-widened']);
    const old = new Sqlite(backedUp ?? '', { readonly: true });
    onTestFinished(() => void old.close());
    expect(old.prepare('select version from stamp').pluck().get()).toBe(steps.length);
    expect(old.prepare('select count(*) from ticket').pluck().get()).toBeGreaterThan(10);
  });
});

describe('what is not ours is refused before the first change:', () => {
  test.skipIf(isPostgres()).each<[what: string, statements: string, sentence: string]>([
    ['another program’s database', 'create table account (id text)', '这不是 12345 热线的数据库'],
    [
      'one with a table of the same name',
      'create table stamp (x); create table ticket (id)',
      '这不是 12345 热线的数据库',
    ],
    [
      'a store of before the first release',
      'create table kysely_migration (name); create table numbering (n)',
      '开发版本',
    ],
  ])('%s', async (_, statements, sentence) => {
    const { url, drop } = await emptyPlace();
    onTestFinished(drop);
    const file = url.replace('file:', '');
    const foreign = new Sqlite(file);
    foreign.exec(statements);
    foreign.close();
    const before = readFileSync(file);
    expect(() => openStore(url)).toThrow(sentence);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test.skipIf(isPostgres())('a file that is no database', async () => {
    const { url, drop } = await emptyPlace();
    onTestFinished(drop);
    writeFileSync(url.replace('file:', ''), '诉求,电话\n停水,19900001234\n'.repeat(100));
    expect(() => openStore(url)).toThrow('不是数据库文件');
    unlinkSync(url.replace('file:', ''));
  });

  test('tables of another program in the same place', async () => {
    const store = await empty();
    await sql`create table account (id text)`.execute(store.writer);
    await expect(migrate(store)).rejects.toThrow('这不是 12345 热线的数据库');
  });
});

test('rows are what their schema says: what a table holds for later is not in them, what the schema names is there', async () => {
  const store = await empty();
  await migrate(store);
  for (const table of contractTables) {
    const { rows } = await sql`select * from ${sql.id(snake(table))} limit 0`.execute(store.reader);
    expect(rows).toEqual([]);
    const columns = (contractColumns(table) ?? []).map((name) => sql.id(snake(name)));
    await sql`select ${sql.join(columns)} from ${sql.id(snake(table))}`.execute(store.reader);
  }
});

test('a figure that came with a newer program is counted for the past, once, whatever was written meanwhile', async () => {
  const { url } = await leftBehind(1);
  const store = openStore(url);
  onTestFinished(() => store.close());
  const appeals = (await store.reader.selectFrom('appeal').select('id').execute()).length;
  const counted = async () => {
    const { rows } = await sql<{ n: number }>`select sum(members) as n from counter_centre
      where figure = ${lateEntryRate.id} and dimension = 'none' and period like 'M%'`.execute(store.reader);
    return Number(rows[0]?.n);
  };
  expect(appeals).toBeGreaterThan(10);
  expect(await counted()).toBe(appeals);
  expect(await fillCounters(store)).toEqual([]);
  // As a program that was killed, or did not know the figure, left it.
  await store.writer.deleteFrom('countedFigure').where('figure', '=', lateEntryRate.id).execute();
  await sql`update counter_centre set members = 3 where figure = ${lateEntryRate.id}`.execute(store.writer);
  expect(await fillCounters(store)).toEqual([lateEntryRate.id]);
  expect(await counted()).toBe(appeals);
  expect((await verify(store)).checks.filter((check) => !check.ok)).toEqual([]);
});
