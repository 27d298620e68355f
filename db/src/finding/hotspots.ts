import type { HotspotRow, MentionRow } from '../store/findingRows.ts';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, marks, named, rowsOf, run } from '../store/rows.ts';

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
