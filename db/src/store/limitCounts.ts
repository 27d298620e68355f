import type { Db, Tx } from './open.ts';
import { rowsOf, run } from './rows.ts';

/** What has been counted under a key in a window of time that ends at `until`; another window begins at nothing. */
export type LimitCount = { readonly key: string; readonly until: string; readonly count: number };

/** Counts on for all nodes; what has been counted in the window now. */
export async function addToCount(tx: Tx, { key, until, count }: LimitCount): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    `insert into "limit_count" ("key", "until", "count") values (?, ?, ?)
      on conflict ("key") do update set "until" = excluded."until", "count" =
        case when "limit_count"."until" = excluded."until" then "limit_count"."count" else 0 end + excluded."count"
      returning "count"`,
    [key, until, count],
  );
  return Number(row?.count ?? 0);
}

export async function countOf(db: Db, key: string, until: string): Promise<number> {
  const rows = await rowsOf<{ count: number }>(
    db,
    'select "count" from "limit_count" where "key" = ? and "until" = ?',
    [key, until],
  );
  return Number(rows[0]?.count ?? 0);
}

/** Forgets what was counted in windows that have ended. */
export const dropCounts = (tx: Tx, endedBefore: string): Promise<number> =>
  run(tx, 'delete from "limit_count" where "until" < ?', [endedBefore]);
