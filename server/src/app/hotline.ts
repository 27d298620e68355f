import { dirname, join } from 'node:path';
import type { Store } from '@hotline/db/store/open';
import { storeFile } from '@hotline/db/store/storeFile';
import { openWriter, type Writer } from '@hotline/db/writer';
import type { Instant } from '@hotline/shared/time/instant';
import { type CallNews, openCallNews } from '../channels/phone/callNews.ts';
import { openSuggesters, type Suggesters } from '../finding/suggester.ts';
import { type OneRun, openOneRun } from '../jobs/oneRun.ts';
import { openShelves, type Shelves } from '../knowledge/shelf.ts';
import { type Limits, openLimits } from '../limits/limits.ts';
import { type LimitSettings, usualLimits } from '../limits/settings.ts';
import { openReaders, type Readers } from '../readers/pool.ts';
import { type KnownSessions, openKnownSessions } from '../sessions/knownSessions.ts';
import { type Names, openNames } from '../tickets/names.ts';
import { type LiveCatalog, openCatalog } from './catalog.ts';

/** The one bag of dependencies, passed as a value. */
export type Hotline = {
  readonly store: Store;
  readonly writer: Writer;
  /** Heavy reads, away from the thread that answers people. */
  readonly readers: Readers;
  readonly catalog: LiveCatalog;
  readonly calls: CallNews;
  /** Remembered of the store; each says when it reads again. */
  readonly sessions: KnownSessions;
  readonly names: Names;
  /** How often somebody may ask. */
  readonly limits: Limits;
  readonly shelves: Shelves;
  readonly suggesters: Suggesters;
  /** Corrections of clocks go on one at a time. */
  readonly corrections: OneRun;
  /** The only clock; tests move it. */
  readonly now: () => Instant;
  readonly demo: boolean;
  /** Where exported files lie until they expire. */
  readonly exportsFolder: string;
};

export async function openHotline(
  store: Store,
  options: { now?: () => Instant; demo?: boolean; exportsFolder?: string; limits?: LimitSettings } = {},
): Promise<Hotline> {
  const { reader } = store;
  const catalog = await openCatalog(reader);
  const now = options.now ?? (() => new Date().toISOString());
  const writer = openWriter(store);
  return {
    store,
    writer,
    readers: openReaders(store),
    catalog,
    calls: openCallNews(),
    sessions: openKnownSessions(),
    names: openNames(reader),
    limits: openLimits({ reader, writer, now, settings: options.limits ?? usualLimits }),
    shelves: openShelves({ reader, catalog, now }),
    suggesters: openSuggesters({ reader, catalog }),
    corrections: openOneRun(),
    now,
    demo: options.demo ?? false,
    exportsFolder: options.exportsFolder || besideStore(store),
  };
}

/** Beside the database file; with PostgreSQL in `data` below where the server was started. */
const besideStore = ({ engine, url }: Store) => join(engine === 'sqlite' ? dirname(storeFile(url)) : 'data', 'exports');

export async function closeHotline(hotline: Hotline): Promise<void> {
  await hotline.readers.close();
  await hotline.writer.close();
  await hotline.store.close();
}
