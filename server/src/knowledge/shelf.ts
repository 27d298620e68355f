import { articlesOf, articlesRevision } from '@hotline/db/knowledge/articles';
import type { Db } from '@hotline/db/store/open';
import { type ArticleIndex, indexArticles } from '@hotline/shared/knowledge/articleIndex';
import { isCitable } from '@hotline/shared/knowledge/validity';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { type Instant, localDate } from '@hotline/shared/time/instant';
import type { LiveCatalog } from '../app/catalog.ts';

/** Every article of a centre as it stands; indexed all of them, and what may be told today. */
type Shelf = {
  readonly all: ArticleIndex;
  readonly citable: ArticleIndex;
  readonly today: string;
};
type Held = Shelf & { readonly revision: number };
export type Shelves = (centreId: string) => Promise<Shelf>;

type From = { reader: Db; catalog: LiveCatalog; now: () => Instant };

/** Held in memory; read again when anything of it changed, here or at another node, and indexed anew for another day. */
export function openShelves({ reader, catalog, now }: From): Shelves {
  const shelves = new Map<string, Held>();
  return async (centreId) => {
    const offset = offsetOfCentre(catalog.directory(), centreId);
    const today = localDate(now(), offset);
    const known = shelves.get(centreId);
    // First: what changes while the rest is read makes the next look read again.
    const revision = await articlesRevision(reader, centreId);
    if (known && known.revision === revision && known.today === today) return known;
    const all = await articlesOf(reader, centreId);
    const citable = indexArticles(all.filter((article) => isCitable(article, today)));
    const fresh = { all: indexArticles(all), citable, today, revision };
    shelves.set(centreId, fresh);
    return fresh;
  };
}
