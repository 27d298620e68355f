import type { Store } from '@hotline/db/open';
import { openWriter, type Writer } from '@hotline/db/writer';
import type { Instant } from '@hotline/shared/time/instant';
import { type LiveCatalog, openCatalog } from './catalog.ts';
import { type CallNews, openCallNews } from './telephony/callNews.ts';

/** The one bag of dependencies, passed as a value. */
export type Hotline = {
  readonly store: Store;
  readonly writer: Writer;
  readonly catalog: LiveCatalog;
  readonly calls: CallNews;
  /** The only clock; tests move it. */
  readonly now: () => Instant;
  readonly demo: boolean;
};

export async function openHotline(
  store: Store,
  options: { now?: () => Instant; demo?: boolean } = {},
): Promise<Hotline> {
  return {
    store,
    writer: openWriter(store),
    catalog: await openCatalog(store.reader),
    calls: openCallNews(),
    now: options.now ?? (() => new Date().toISOString()),
    demo: options.demo ?? false,
  };
}

export async function closeHotline(hotline: Hotline): Promise<void> {
  await hotline.writer.close();
  await hotline.store.close();
}
