import type { Scope } from '@hotline/shared/people/scope';
import { bandsOf, jaccard, pairsOf } from '@hotline/shared/routing/minhash';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { Db } from '../store/open.ts';
import { type Clause, marks, named, rowsOf } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';

const columns = ['id', 'number', 'title', 'status', 'categoryId', 'receivedAt'] as const;
type SimilarTicket = Pick<Ticket, (typeof columns)[number]>;
const shown = named('t', columns);

export type Told = {
  readonly scope: Scope;
  readonly content: string;
  /** Names of places in it (`placesIn`). */
  readonly places: readonly string[];
  readonly phone: string | null;
  /** Told in nearly the same words since this instant. */
  readonly wordsSince: string;
  /** From the same place or the same caller since this one. */
  readonly matterSince: string;
};
/** `shared`: the share of its words, 0 to 1; `places`: those that both name. */
export type Likeness = { ticket: SimilarTicket; shared: number; isSameCaller: boolean; places: string[] };

const read = 40;
const readOfCaller = 5;

/** Tickets in scope told in perhaps the same words, from the same place or by the same caller, and in what they are alike. */
export async function likenesses(db: Db, told: Told): Promise<Likeness[]> {
  const { scope } = told;
  const pairs = pairsOf(told.content);
  const near = await sharingBands(db, scope, bandsOf(pairs), told.wordsSince);
  const here = await atPlaces(db, scope, told.places, told.matterSince);
  const theirs = told.phone === null ? [] : await ofCaller(db, scope, told.phone, told.matterSince);
  const found = new Map([...near, ...here, ...theirs].map((t) => [t.id, t]));
  const appeals = Map.groupBy(await appealsOf(db, [...found.keys()]), (a) => a.ticketId);
  const places = Map.groupBy(await mentionsOf(db, [...found.keys()], told), (m) => m.ticketId);
  const callers = new Set(theirs.map((t) => t.id));
  return [...found.values()].map((ticket) => ({
    ticket,
    shared: Math.max(0, ...(appeals.get(ticket.id) ?? []).map((a) => jaccard(pairs, pairsOf(a.content)))),
    isSameCaller: callers.has(ticket.id),
    places: told.places.filter((place) => places.get(ticket.id)?.some((m) => m.place === place)),
  }));
}

/** Those with an appeal that shares a band: perhaps told in nearly the same words. */
function sharingBands(db: Db, scope: Scope, bands: readonly number[], since: string) {
  if (bands.length === 0) return Promise.resolve([]);
  const found = `select b.ticket_id from near_band b where b.band in (${marks(bands.length)}) and b.at >= ?`;
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [...bands, since] }, read);
}

function atPlaces(db: Db, scope: Scope, places: readonly string[], since: string) {
  if (places.length === 0) return Promise.resolve([]);
  const found = `select m.ticket_id from mention m where m.place in (${marks(places.length)}) and m.at >= ?`;
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [...places, since] }, read);
}

function ofCaller(db: Db, scope: Scope, phone: string, since: string) {
  const found = 'select a.ticket_id from appeal a where a.phone = ? and a.received_at >= ?';
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [phone, since] }, readOfCaller);
}

function similarTickets(db: Db, scope: Scope, found: Clause, limit: number): Promise<SimilarTicket[]> {
  const seen = scopeClause(scope, 't');
  return rowsOf(
    db,
    `select ${shown} from ticket t where ${found.text} and ${seen.text} and t.merged_into_id is null
      order by t.n desc limit ${Math.trunc(limit)}`,
    [...found.values, ...seen.values],
  );
}

async function appealsOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const among = `a.ticket_id in (${marks(ids.length)}) order by a.n`;
  const asked = `select ${named('a', ['ticketId', 'content'])} from appeal a where ${among}`;
  return rowsOf<{ ticketId: string; content: string }>(db, asked, ids);
}

/** Which of the places these tickets name, as far back as words are compared. */
async function mentionsOf(db: Db, ids: readonly string[], { places, wordsSince }: Told) {
  if (ids.length === 0 || places.length === 0) return [];
  const appeals = `select a.id from appeal a where a.ticket_id in (${marks(ids.length)})`;
  const asked = `select ${named('m', ['ticketId', 'place'])} from mention m
    where m.appeal_id in (${appeals}) and m.place in (${marks(places.length)}) and m.at >= ?`;
  return rowsOf<{ ticketId: string; place: string }>(db, asked, [...ids, ...places, wordsSince]);
}
