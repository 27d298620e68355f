import { readHead } from '../cases/events.ts';
import type { Db, Tx } from './open.ts';
import { rowsOf, run } from './rows.ts';

/** `filledTo`: the last ticket (by entry) of before the follower began that it has taken up; null when none is left. */
export type Follower = { readonly seq: number; readonly filledTo: number | null };

export async function readFollower(db: Db, name: string): Promise<Follower | null> {
  const [row] = await rowsOf<Follower>(
    db,
    'select "seq", "filled_to" as "filledTo" from "follower" where "name" in (?)',
    [name],
  );
  return row ?? null;
}

/** Begins at the head of the log; whatever is older is taken up ticket by ticket. */
export async function beginFollower(tx: Tx, name: string): Promise<void> {
  const { seq } = await readHead(tx);
  await run(
    tx,
    'insert into "follower" ("name", "seq", "filled_to") values (?, ?, 0) on conflict ("name") do nothing',
    [name, seq],
  );
}

/** Moves on from where it was; false when another process was quicker. */
export async function moveFollower(tx: Tx, name: string, from: Follower, to: Follower): Promise<boolean> {
  const guard = from.filledTo === null ? '"filled_to" is null' : '"filled_to" = ?';
  const changed = await run(
    tx,
    `update "follower" set "seq" = ?, "filled_to" = ? where "name" = ? and "seq" = ? and ${guard}`,
    [to.seq, to.filledTo, name, from.seq, ...(from.filledTo === null ? [] : [from.filledTo])],
  );
  return changed === 1;
}

/** The next events and the tickets they are about. */
export const eventsFrom = (db: Db, seq: number, limit: number): Promise<{ seq: number; ticketId: string }[]> =>
  rowsOf(
    db,
    `select "seq", "ticket_id" as "ticketId" from "event" where "seq" > ? order by "seq" limit ${Math.trunc(limit)}`,
    [seq],
  );

/** The tickets entered after `n`. */
export const ticketsFrom = (db: Db, n: number, limit: number): Promise<{ n: number; id: string }[]> =>
  rowsOf(db, `select "n", "id" from "ticket" where "n" > ? order by "n" limit ${Math.trunc(limit)}`, [n]);

/** When the first event it has not read was recorded; null when it has read all. */
export async function behindSince(db: Db, seq: number): Promise<string | null> {
  const [row] = await rowsOf<{ at: string }>(db, 'select "at" from "event" where "seq" > ? order by "seq" limit 1', [
    seq,
  ]);
  return row?.at ?? null;
}
