import type { ImportState } from '@hotline/shared/api/imports';
import type { Db, Tx } from '../store/open.ts';
import { insertRow } from '../store/rows.ts';
import type { ImportRunRow } from '../store/schema.ts';

export const insertRun = (tx: Tx, row: ImportRunRow): Promise<void> => insertRow(tx, 'importRun', row);

export const findRun = (db: Db, id: string): Promise<ImportRunRow | undefined> =>
  db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst();

/** The newest runs of a centre. */
export const runsOf = (db: Db, centreId: string, limit: number): Promise<ImportRunRow[]> =>
  db
    .selectFrom('importRun')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('state', '<>', 'discarded')
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();

/** Runs whose files may lie about. */
export const runsBefore = (db: Db, at: string, states: readonly ImportState[]) =>
  db.selectFrom('importRun').select('id').where('heardAt', '<', at).where('state', 'in', states).execute();

/** Changes a run that is in one of these states; false where it is in another by now. */
export async function updateRun(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  change: Partial<ImportRunRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importRun')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
