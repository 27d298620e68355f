import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Rows, readTables } from '@hotline/db/backup/tables';
import type { Store } from '@hotline/db/store/open';

/** What was written, as counted while writing. */
export type Dumped = { rows: Record<string, number>; head: { seq: number; epoch: string } | null };

/**
 * The tables of a PostgreSQL store as they stand at one moment, in a compressed file of JSON lines: for each table a line
 * `{table, columns}`, then a line for each row. The usual way with PostgreSQL is `pg_dump`; this one needs no program, and
 * `hotline restore` makes a new history of it.
 */
export async function dumpTo(store: Store, file: string): Promise<Dumped> {
  const zip = createGzip({ level: 6 });
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  zip.pipe(out);
  const done = finished(out);
  const dumped: Dumped = { rows: {}, head: null };
  const take = async ({ table, columns, rows }: Rows) => {
    if (rows.length === 0) zip.write(`${JSON.stringify({ table, columns })}\n`);
    dumped.rows[table] = (dumped.rows[table] ?? 0) + rows.length;
    const [row] = rows;
    if (table === 'head' && row) {
      const value = (name: string) => row[columns.indexOf(name)];
      dumped.head = { seq: Number(value('seq')), epoch: String(value('epoch')) };
    }
    if (!zip.write(rows.map((r) => `${JSON.stringify(r)}\n`).join(''))) await once(zip, 'drain');
  };
  try {
    await readTables(store, take);
  } finally {
    zip.end();
  }
  await done;
  return dumped;
}

/** The rows of a dump, some thousands at a time, in the order they were written. */
export async function* readDump(file: string): AsyncGenerator<Rows> {
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let table = '';
  let columns: string[] = [];
  let rows: unknown[][] = [];
  for await (const line of lines) {
    const said = JSON.parse(line) as unknown[] | { table: string; columns: string[] };
    if (Array.isArray(said)) rows.push(said);
    if (rows.length < 2_000 && Array.isArray(said)) continue;
    if (rows.length > 0) yield { table, columns, rows };
    rows = [];
    if (!Array.isArray(said)) ({ table, columns } = said);
  }
  if (rows.length > 0) yield { table, columns, rows };
}
