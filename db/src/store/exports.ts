import type { Db, Tx } from './open.ts';
import { insertRow } from './rows.ts';
import type { ExportRow } from './schema.ts';

export const insertExport = (tx: Tx, row: ExportRow): Promise<void> => insertRow(tx, 'export', row);

export const findExport = (db: Db, id: string): Promise<ExportRow | undefined> =>
  db.selectFrom('export').selectAll().where('id', '=', id).executeTakeFirst();

/** How many of a person's exports are being written by somebody who was heard of since. */
export async function countRunning(db: Db, personId: string, heardSince: string): Promise<number> {
  const { count } = await db
    .selectFrom('export')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('status', '=', 'running')
    .where('heardAt', '>', heardSince)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changes an export that is still being written; one that has ended stays as it is. */
export const updateRunning = (tx: Tx, id: string, change: Partial<ExportRow>) =>
  tx.updateTable('export').set(change).where('id', '=', id).where('status', '=', 'running').execute();

/** Marks what has outlived its day; returns whose files may go. */
export const expireExports = (tx: Tx, now: string): Promise<{ id: string }[]> =>
  tx
    .updateTable('export')
    .set({ status: 'expired' })
    .where('expiresAt', '<=', now)
    .where('status', '<>', 'expired')
    .returning('id')
    .execute();
