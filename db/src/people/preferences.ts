import type { PreferenceLine } from '@hotline/shared/people/preferences';
import type { Db, Tx } from '../store/open.ts';
import type { PreferenceRow } from '../store/schema.ts';

/** Every line a person ever set, with the version of the newest; 0 where nothing was set. */
export async function readPreferences(db: Db, personId: string): Promise<{ version: number; lines: PreferenceLine[] }> {
  const rows: Pick<PreferenceRow, 'field' | 'value' | 'version'>[] = await db
    .selectFrom('preference')
    .select(['field', 'value', 'version'])
    .where('personId', '=', personId)
    .orderBy('n')
    .execute();
  return {
    version: rows.reduce((newest, row) => Math.max(newest, Number(row.version)), 0),
    lines: rows.map(({ field, value }) => ({ field, value })),
  };
}

/** Writes these lines and leaves the others. A line set back is kept as null: the version only grows. */
export async function writePreferences(tx: Tx, personId: string, version: number, lines: readonly PreferenceLine[]) {
  for (const { field, value } of lines)
    await tx
      .insertInto('preference')
      .values({ personId, field, value, version })
      .onConflict((oc) => oc.columns(['personId', 'field']).doUpdateSet({ value, version }))
      .execute();
}
