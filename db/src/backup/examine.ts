import { type Head, readHead } from '../cases/events.ts';
import { steps } from '../migrate.ts';
import { integrity, rowChecks } from '../store/checks.ts';
import { openReader, type Store } from '../store/open.ts';
import { readFound } from '../store/readStamp.ts';
import { versionOf } from '../store/stamp.ts';
import { countRows } from './tables.ts';

/** What a store holds, and which of its promises it breaks: nothing, in a store that may be relied on. */
export type Examined = {
  readonly version: number;
  readonly head: Head;
  readonly rows: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
};

/** Reads every row of a copied SQLite file: its pages, what must hold between rows, how many there are. */
export async function examineFile(file: string): Promise<Examined> {
  const { db, close } = openReader(`file:${file}`);
  try {
    return await examine({ engine: 'sqlite', reader: db });
  } finally {
    close();
  }
}

export async function examine(store: Pick<Store, 'engine' | 'reader'>): Promise<Examined> {
  const version = versionOf(await readFound(store), steps.length);
  const broken = [...(await integrity(store))];
  for (const { name, since, broken: find } of rowChecks)
    if (since <= version) for (const id of await find(store.reader)) broken.push(`${name}：${id}`);
  return { version, head: await readHead(store.reader), rows: await countRows(store), broken };
}
