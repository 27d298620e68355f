import type { MentionRow, NearBandRow } from '../store/findingRows.ts';
import type { Tx } from '../store/open.ts';
import { insertRow, run } from '../store/rows.ts';

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
