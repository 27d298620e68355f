import type { Db, Tx } from '../store/open.ts';
import type { ImportRow } from '../store/schema.ts';

/** Takes the outside number for this ticket; false when the centre has it already. Two imports at once cannot both win. */
export async function claimImport(tx: Tx, row: ImportRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('imported')
    .values(row)
    .onConflict((oc) => oc.columns(['centreId', 'externalNumber']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export const isImported = async (db: Db, centreId: string, externalNumber: string): Promise<boolean> =>
  (await db
    .selectFrom('imported')
    .select('id')
    .where('centreId', '=', centreId)
    .where('externalNumber', '=', externalNumber)
    .executeTakeFirst()) !== undefined;
