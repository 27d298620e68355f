import { readHead } from '@hotline/db/cases/events';
import type { SearchedPart, SearchedText } from '@hotline/shared/search/document';
import { snippetOf } from '@hotline/shared/search/snippet';
import { queryOf } from '@hotline/shared/search/words';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { finder } from '../jobs/finder.ts';
import { lagOf } from '../jobs/lag.ts';
import { filterOf, formatCursor, parseCursor } from '../tickets/filter.ts';
import { ticketRows } from '../tickets/rows.ts';
import { type Found, findTickets } from './find.ts';

const mostPlaces = 3;

export function searchRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'search', 'signedIn', async ({ me, query }) => {
    const { q, cursor, limit = 20, ...asked } = query;
    const head = await readHead(reader);
    const index = await lagOf(reader, finder.name);
    const page = { before: parseCursor(cursor)?.n ?? null, limit: limit + 1 };
    const found = await findTickets(reader, me.actor, q, filterOf(hotline, asked), page);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const rows = await ticketRows(reader, shown);
    return {
      items: rows.map((ticket, i) => ({ ticket, places: placesOf(shown[i], q) })),
      nextCursor: last ? formatCursor(String(last.sortValue), Number(last.sortN)) : null,
      asOf: hotline.now(),
      ...head,
      index,
    };
  });
}

type Place = { part: SearchedPart | 'number' | 'phone'; text: string; marks: [number, number][] };

function placesOf(found: Found | undefined, q: string): Place[] {
  if (!found) return [];
  const words = queryOf(q)?.words ?? [];
  const places = found.texts.flatMap((text) => placeIn(text, words)).slice(0, mostPlaces);
  return found.by === 'words' ? places : [{ part: found.by, text: '', marks: [] }, ...places].slice(0, mostPlaces);
}

function placeIn({ part, text }: SearchedText, words: readonly string[]): Place[] {
  const snippet = snippetOf(text, words);
  return snippet ? [{ part, text: snippet.text, marks: snippet.marks.map(([from, to]) => [from, to]) }] : [];
}
