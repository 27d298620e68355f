import { sql } from 'kysely';
import type { Db, Tx } from '../store/open.ts';
import { rowsOf, run } from '../store/rows.ts';

/** What is known when a store comes back. Instants in UTC. */
export type Return = {
  readonly at: string;
  readonly backupAt: string;
  /** Tells the consoles that this is another history than the one they knew. */
  readonly epoch: string;
  /** What had been counted where the store is put, so that its numbers are passed over too. */
  readonly counted: readonly Counted[];
};
/** `next` number of a day, `261129`. */
export type Counted = { readonly day: string; readonly next: number };

/** What was done, to be told. */
export type Anew = { readonly sessionsEnded: number; readonly untilDay: string; readonly firstNumber: number };

/** Numbers of a day that may have been given after the backup: at least half as many, mostly nearly as many. */
const room = 100_000;

/**
 * Makes of a store that was copied back the beginning of a new history, in one transaction:
 * - a new epoch: every console and follower outside starts over instead of going on in a history that is not this one;
 * - numbers go on where none was given: each hour between backup and return leaves room for 100,000 a day, so that two
 *   returns of the same backup do not meet either; days after the return begin at 1 again;
 * - everybody signs in again, and exported files, which were not copied, have expired.
 * Idempotency keys stay: a key from before the backup still finds what it made, one from after it makes it anew.
 * Followers stand where the copy has them, in the same transaction as what they keep.
 */
export async function beginAnew(tx: Tx, back: Return): Promise<Anew> {
  const hours = hoursLost(back);
  const [before] = await rowsOf<{ epoch: string }>(tx, 'select "epoch" from "head" where "id" = 1', []);
  const untilDay = await lastDay(tx, back.at);
  const known = new Map(back.counted.map(({ day, next }) => [day, next]));
  const days = await rowsOf<Counted>(tx, 'select "day", "next" from "numbering"', []);
  const past = (next: number) => (Math.round(next / room) + 1 + hours) * room + 1;
  for (const { day, next } of days) known.set(day, Math.max(next, known.get(day) ?? 0));
  for (const [day, next] of known)
    await run(
      tx,
      `insert into "numbering" ("centre_id", "day", "next") values ('*', ?, ?)
        on conflict ("centre_id", "day") do update set "next" = excluded."next"`,
      [day, past(next)],
    );
  const floors = await rowsOf<{ first: number | null }>(
    tx,
    'select max("first_number") as "first" from "restoration"',
    [],
  );
  const firstNumber = past(Math.max(1, Number(floors[0]?.first ?? 1)));
  await run(
    tx,
    `insert into "restoration" ("at", "backup_at", "backup_epoch", "until_day", "first_number") values (?, ?, ?, ?, ?)`,
    [back.at, back.backupAt, before?.epoch ?? '', untilDay, firstNumber],
  );
  await run(tx, 'update "head" set "epoch" = ? where "id" = 1', [back.epoch]);
  await run(tx, `update "export" set "status" = 'expired' where "status" <> 'expired'`);
  const sessionsEnded = await run(tx, 'update "session" set "ended_at" = ? where "ended_at" is null', [back.at]);
  return { sessionsEnded, untilDay, firstNumber };
}

/** Orders of one ticket that may have been given in an hour that was lost. */
const ordersAnHour = 10;

/** When the store came back, and how many numbers of a ticket's own it passes over since: its orders' (督办). */
export async function restorationsOf(db: Db): Promise<{ at: string; skip: number }[]> {
  const rows = await rowsOf<{ at: string; backupAt: string }>(
    db,
    'select "at", "backup_at" as "backupAt" from "restoration" order by "n"',
    [],
  );
  return rows.map((row) => ({ at: row.at, skip: (1 + hoursLost(row)) * ordersAnHour }));
}

const hoursLost = ({ at, backupAt }: { at: string; backupAt: string }) =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(backupAt)) / 3_600_000));

/** What was counted in a store that is about to be replaced. */
export const countedIn = (db: Db): Promise<Counted[]> =>
  rowsOf<Counted>(db, 'select "day", "next" from "numbering"', []);

/** The day of the return where its day is furthest on. */
async function lastDay(tx: Tx, at: string): Promise<string> {
  const { rows } = await sql<{ minutes: number | null }>`select max(utc_offset_minutes) as minutes from centre`.execute(
    tx,
  );
  const local = new Date(Date.parse(at) + Number(rows[0]?.minutes ?? 0) * 60_000);
  return local.toISOString().slice(2, 10).replaceAll('-', '');
}
