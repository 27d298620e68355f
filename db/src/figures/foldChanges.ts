import type { Tx } from '../store/open.ts';
import { marks, run } from '../store/rows.ts';
import { type CounterTable, counterKey, counterTables } from './counters.ts';
import type { CounterSum, Merged } from './mergeChanges.ts';

/** So many counters in one statement. */
const together = 50;

/**
 * Brings changes into the counters and strikes them out, in this transaction: whoever sums meanwhile finds each in one
 * place or the other. False, and nothing is done, where another node was quicker with some of them.
 */
export async function foldChanges(tx: Tx, { taken, sums }: Merged): Promise<boolean> {
  const struck = await run(tx, `delete from "counter_change" where "n" in (${marks(taken.length)})`, taken);
  if (struck !== taken.length) return false;
  for (const table of counterTables) {
    for (let i = 0; i < sums[table].length; i += together) await add(tx, table, sums[table].slice(i, i + together));
    // What has come to nothing.
    await run(tx, `delete from "${table}" where "members" = 0 and "amount" = 0`);
  }
  return true;
}

function add(tx: Tx, table: CounterTable, sums: readonly CounterSum[]): Promise<number> {
  const key = counterKey(table);
  const rows = sums.map(() => `(${marks(key.length + 2)})`).join(', ');
  const values = sums.flatMap(({ key: of, members, amount }) => [...of, members, amount]);
  return run(tx, `insert into ${intoCounters(table)} values ${rows} ${addedUp(table)}`, values);
}

/** A table of counters with all its columns, as an insert names it. */
export const intoCounters = (table: CounterTable): string =>
  `"${table}" (${[...counterKey(table), 'members', 'amount'].map((name) => `"${name}"`).join(', ')})`;

/** What an insert does where the counter is there already. */
const addedUp = (table: CounterTable): string =>
  `on conflict (${counterKey(table)
    .map((name) => `"${name}"`)
    .join(', ')}) do update set
    "members" = "${table}"."members" + excluded."members", "amount" = "${table}"."amount" + excluded."amount"`;
