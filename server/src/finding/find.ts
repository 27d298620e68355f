import {
  type Candidate,
  candidates,
  countCandidates,
  type FoundTexts,
  type Source,
  textsOfTickets,
} from '@hotline/db/finding/search';
import type { TicketFilter } from '@hotline/db/lists/lists';
import type { Db } from '@hotline/db/store/open';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import type { Actor } from '@hotline/shared/people/actor';
import { caseWorkers } from '@hotline/shared/people/roles';
import { type Scope, scopeOf } from '@hotline/shared/people/scope';
import { type SearchedText, textsOf } from '@hotline/shared/search/document';
import { hasWords, type Query, queryOf } from '@hotline/shared/search/words';
import { repliesSeen } from '@hotline/shared/ticket/view';

export type Found = Candidate & { by: Source['by']; texts: readonly SearchedText[] };
type Page = { before: number | null; limit: number };

/**
 * Tickets a person may see that have the words in texts he may see, or whose number (or caller's number, where he may
 * search those) begins so; the newest entry first. Exactly what reading every text would find, as far as the index has
 * read the log.
 */
export async function findTickets(
  db: Db,
  actor: Actor,
  asked: string,
  filter: TicketFilter,
  page: Page,
): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const { source, scope } of sourcesOf(actor, asked)) {
    const tickets =
      source.by === 'words'
        ? await withWords(db, actor, source, filter, page)
        : await withTexts(db, actor, source, await candidates(db, scope, source, filter, page));
    for (const ticket of tickets) if (!found.has(ticket.id)) found.set(ticket.id, ticket);
  }
  return [...found.values()].sort((a, b) => b.sortN - a.sortN).slice(0, page.limit);
}

/** How many that are. Counted by the index alone where it is exact; else every candidate is read. */
export async function countFound(db: Db, actor: Actor, asked: string, filter: TicketFilter): Promise<number> {
  const sources = sourcesOf(actor, asked);
  const [first] = sources;
  const isOfCentre = scopeOf(actor).departments.length === 0;
  if (sources.length === 1 && first?.source.by === 'words' && first.source.query.isExact && isOfCentre)
    return countCandidates(db, first.scope, first.source, filter);
  let count = 0;
  for (let before: number | null = null; ; ) {
    const page: Found[] = await findTickets(db, actor, asked, filter, { before, limit: pageSize });
    count += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return count;
    before = last.sortN;
  }
}

const pageSize = 200;

/** By its number first, then by the caller's, then by words: the first that finds a ticket says where. */
function sourcesOf(actor: Actor, asked: string): { source: Source; scope: Scope }[] {
  const scope = scopeOf(actor);
  const digits = asked.normalize('NFKC').replace(/[\s-]/g, '');
  const phone = phonePrefix(asked.normalize('NFKC').trim());
  const grants = actor.type === 'person' ? actor.grants : [];
  const centres = grants.filter((g) => caseWorkers.includes(g.role)).map((g) => g.path);
  const query = queryOf(asked);
  return [
    ...(/^\d{6,20}$/.test(digits) ? [{ source: { by: 'number' as const, prefix: digits }, scope }] : []),
    ...(phone && centres.length > 0
      ? [{ source: { by: 'phone' as const, prefix: phone }, scope: { centres, departments: [] } }]
      : []),
    ...(query ? [{ source: { by: 'words' as const, query }, scope }] : []),
  ];
}

/** As numbers are kept: a whole one, or at least seven digits of one. */
function phonePrefix(asked: string): string | null {
  const plain = asked.replace(/\s/g, '');
  if (/^1\d{6,10}$/.test(plain)) return `+86${plain}`;
  const landline = /^0(10|2\d|[3-9]\d{2})-?(\d{3,8})$/.exec(plain);
  if (landline) return `+86${landline[1]}-${landline[2]}`;
  return /^[\d+()-]{7,}$/.test(plain) ? (readPhone(plain, null)?.phone ?? null) : null;
}

async function withWords(
  db: Db,
  actor: Actor,
  source: Extract<Source, { by: 'words' }>,
  filter: TicketFilter,
  page: Page,
): Promise<Found[]> {
  const found: Found[] = [];
  let { before } = page;
  for (;;) {
    const limit = page.limit - found.length;
    const next = await candidates(db, scopeOf(actor), source, filter, { before, limit });
    const read = await withTexts(db, actor, source, next);
    found.push(...read.filter((t) => isHit(t, source.query)));
    if (next.length < limit || found.length >= page.limit) return found;
    before = next.at(-1)?.sortN ?? null;
  }
}

const isHit = (t: Found, query: Query) =>
  hasWords(
    t.texts.map((x) => x.text),
    query,
  );

async function withTexts(db: Db, actor: Actor, { by }: Source, tickets: readonly Candidate[]) {
  const texts = await textsOfTickets(
    db,
    tickets.map((t) => t.id),
  );
  return tickets.map((t): Found => ({ ...t, by, texts: seenTexts(t, texts.get(t.id), actor) }));
}

function seenTexts(t: Candidate, texts: FoundTexts | undefined, actor: Actor): SearchedText[] {
  if (!texts) return [];
  const replies = repliesSeen(texts.replies, texts.dispatches, t.centrePath, actor);
  return textsOf({ ticket: t, appeals: texts.appeals, replies });
}
