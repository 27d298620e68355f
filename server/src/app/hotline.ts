import { dirname, join } from 'node:path';
import type { Store } from '@hotline/db/store/open';
import { openWriter, type Writer } from '@hotline/db/writer';
import type { Instant } from '@hotline/shared/time/instant';
import { type CallNews, openCallNews } from '../channels/phone/callNews.ts';
import { openReaders, type Readers } from '../readers/pool.ts';
import { type LiveCatalog, openCatalog } from './catalog.ts';

/** The one bag of dependencies, passed as a value. */
export type Hotline = {
  readonly store: Store;
  readonly writer: Writer;
  /** Heavy reads, away from the thread that answers people. */
  readonly readers: Readers;
  readonly catalog: LiveCatalog;
  readonly calls: CallNews;
  /** The only clock; tests move it. */
  readonly now: () => Instant;
  readonly demo: boolean;
  /** Where exported files lie until they expire. */
  readonly exportsFolder: string;
};

export async function openHotline(
  store: Store,
  options: { now?: () => Instant; demo?: boolean; exportsFolder?: string } = {},
): Promise<Hotline> {
  return {
    store,
    writer: openWriter(store),
    readers: openReaders(store),
    catalog: await openCatalog(store.reader),
    calls: openCallNews(),
    now: options.now ?? (() => new Date().toISOString()),
    demo: options.demo ?? false,
    exportsFolder: options.exportsFolder || besideStore(store),
  };
}

/** Beside the database file; with PostgreSQL in `data` below where the server was started. */
const besideStore = ({ engine, url }: Store) =>
  join(engine === 'sqlite' ? dirname(url.replace(/^file:/, '')) : 'data', 'exports');

export async function closeHotline(hotline: Hotline): Promise<void> {
  await hotline.readers.close();
  await hotline.writer.close();
  await hotline.store.close();
}
