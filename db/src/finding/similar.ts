import type { Scope } from '@hotline/shared/people/scope';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { HotspotRow, MentionRow, NearBandRow } from '../store/findingRows.ts';
import type { Db, Tx } from '../store/open.ts';
import { type Clause, insertRow, marks, named, rowsOf, run } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';

/** Replaces what is known of where and how an appeal was told. */
export async function rememberTelling(
  tx: Tx,
  appealId: string,
  bands: readonly NearBandRow[],
  mentions: readonly MentionRow[],
): Promise<void> {
  await run(tx, 'delete from "near_band" where "appeal_id" = ?', [appealId]);
  await run(tx, 'delete from "mention" where "appeal_id" = ?', [appealId]);
  for (const row of bands) await insertRow(tx, 'nearBand', row);
  for (const row of mentions) await insertRow(tx, 'mention', row);
}

/** Forgets some tellings of before `at`: what happened long ago is no duplicate. How many rows that were. */
export async function forgetTellings(tx: Tx, at: string, limit: number): Promise<number> {
  const old = (table: string) =>
    `delete from "${table}" where "n" in (select "n" from "${table}" where "at" < ? limit ${Math.trunc(limit)})`;
  return (await run(tx, old('near_band'), [at])) + (await run(tx, old('mention'), [at]));
}

export type SimilarTicket = Pick<
  Ticket,
  'id' | 'number' | 'title' | 'status' | 'categoryId' | 'regionCode' | 'receivedAt' | 'centrePath'
>;
const shown = named('t', ['id', 'number', 'title', 'status', 'categoryId', 'regionCode', 'receivedAt', 'centrePath']);

/** Tickets in scope with an appeal that shares a band: perhaps told in nearly the same words. */
export function sharingBands(db: Db, scope: Scope, bands: readonly number[], since: string, limit: number) {
  if (bands.length === 0) return Promise.resolve([]);
  const found = `select b.ticket_id from near_band b where b.band in (${marks(bands.length)}) and b.at >= ?`;
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [...bands, since] }, limit);
}

/** Tickets in scope reported from one of these places. */
export function atPlaces(db: Db, scope: Scope, places: readonly string[], since: string, limit: number) {
  if (places.length === 0) return Promise.resolve([]);
  const found = `select m.ticket_id from mention m where m.place in (${marks(places.length)}) and m.at >= ?`;
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [...places, since] }, limit);
}

/** Tickets in scope with an appeal of this caller. */
export function ofCaller(db: Db, scope: Scope, phone: string, since: string, limit: number) {
  const found = 'select a.ticket_id from appeal a where a.phone = ? and a.received_at >= ?';
  return similarTickets(db, scope, { text: `t.id in (${found})`, values: [phone, since] }, limit);
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

/** How many different citizens reported this at this place within (`from`, `to`], on how many tickets. */
export async function countCallers(tx: Db, s: MentionRow, from: string) {
  const [row] = await rowsOf<{ citizens: number; tickets: number; firstAt: string }>(
    tx,
    `select count(distinct "caller") as "citizens", count(distinct "ticket_id") as "tickets", min("at") as "firstAt"
      from "mention" where "place" = ? and "at" > ? and "at" <= ? and "centre_id" = ?
      and coalesce("category_id", '') = ?`,
    [s.place, from, s.at, s.centreId, s.categoryId ?? ''],
  );
  return row ?? { citizens: 0, tickets: 0, firstAt: s.at };
}

/** Raises the alert, or brings one that is still fresh (last seen after `since`) up to date. */
export async function raiseHotspot(tx: Tx, spot: HotspotRow, since: string): Promise<void> {
  const changed = await run(
    tx,
    `update "hotspot" set "last_at" = ?, "citizens" = ?, "tickets" = ?
      where "centre_id" = ? and "place" = ? and coalesce("category_id", '') = ? and "last_at" > ?`,
    [spot.lastAt, spot.citizens, spot.tickets, spot.centreId, spot.place, spot.categoryId ?? '', since],
  );
  if (changed === 0) await insertRow(tx, 'hotspot', spot);
}

/** Alerts of these centres since an instant, those nobody has seen first. */
export async function hotspots(db: Db, centreIds: readonly string[], since: string, limit: number) {
  if (centreIds.length === 0) return [];
  return rowsOf<HotspotRow>(
    db,
    `select ${named('h', ['id', 'centreId', 'place', 'categoryId', 'firstAt', 'lastAt', 'citizens', 'tickets', 'raisedAt', 'seenAt', 'seenBy'])}
      from hotspot h where h.centre_id in (${marks(centreIds.length)}) and h.last_at >= ?
      order by case when h.seen_at is null then 0 else 1 end, h.last_at desc limit ${Math.trunc(limit)}`,
    [...centreIds, since],
  );
}

/** Somebody has it in hand; how many alerts that concerned. */
export const seeHotspot = (tx: Tx, id: string, centreIds: readonly string[], by: string, at: string) =>
  run(
    tx,
    `update "hotspot" set "seen_at" = coalesce("seen_at", ?), "seen_by" = coalesce("seen_by", ?)
      where "id" = ? and "centre_id" in (${marks(centreIds.length)})`,
    [at, by, id, ...centreIds],
  );
