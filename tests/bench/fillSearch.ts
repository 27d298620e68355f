import { textsOfTickets } from '@hotline/db/finding/search';
import { hashOf } from '@hotline/db/finding/searchIndex';
import { openStore } from '@hotline/db/store/open';
import { closeHotline, openHotline } from '@hotline/server/app/hotline';
import { documentOf } from '@hotline/shared/search/document';
import Sqlite from 'better-sqlite3';

/** As the follower would fill it, past the writer and without durability, since nobody waits for it: 1 M tickets in minutes. */
export async function fillSearch(file: string): Promise<void> {
  const hotline = await openHotline(openStore(`file:${file}`));
  const { categoryPaths } = hotline.catalog.directory();
  const db = new Sqlite(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -500000');
  const tickets = db.prepare<
    [number],
    { n: number; id: string; title: string; category: string | null; region: string | null; received: string }
  >(
    `select n, id, title, category_id as category, region_code as region, received_at as received from ticket
      where n > ? order by n limit 5000`,
  );
  const search = db.prepare('insert into search(rowid, grams) values (?, ?)');
  const doc = db.prepare('insert into search_doc (n, ticket_id, hash) values (?, ?, ?)');
  for (let after = 0; ; ) {
    const page = tickets.all(after);
    if (page.length === 0) break;
    db.exec('begin');
    for (let i = 0; i < page.length; i += 500) {
      const part = page.slice(i, i + 500);
      const texts = await textsOfTickets(
        hotline.store.reader,
        part.map((t) => t.id),
      );
      for (const t of part) {
        const found = texts.get(t.id);
        if (!found) continue;
        const ticket = { title: t.title, categoryId: t.category, regionCode: t.region, receivedAt: t.received };
        const terms = documentOf({ ticket, ...found }, categoryPaths.get(t.category ?? '') ?? []);
        search.run(t.n, terms.join(' '));
        doc.run(t.n, t.id, hashOf(terms));
      }
    }
    db.exec('commit');
    after = page.at(-1)?.n ?? after;
  }
  db.close();
  await closeHotline(hotline);
}
