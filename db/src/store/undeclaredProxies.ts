import type { Db, Tx } from './open.ts';
import { rowsOf, run } from './rows.ts';

/** Addresses that forwarded requests without being declared, the last seen first. `seenAt` is an instant. */
export const undeclaredProxies = (db: Db): Promise<{ address: string; seenAt: string }[]> =>
  rowsOf(db, 'select "address", "seen_at" as "seenAt" from "undeclared_proxy" order by "seen_at" desc limit 20', []);

export const noteUndeclaredProxy = (tx: Tx, address: string, seenAt: string): Promise<number> =>
  run(
    tx,
    `insert into "undeclared_proxy" ("address", "seen_at") values (?, ?)
      on conflict ("address") do update set "seen_at" = excluded."seen_at"`,
    [address, seenAt],
  );

export const forgetUndeclaredProxy = (tx: Tx, address: string): Promise<number> =>
  run(tx, 'delete from "undeclared_proxy" where "address" = ?', [address]);
