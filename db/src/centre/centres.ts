import type { Db, Tx } from '../store/open.ts';

/**
 * Says that something of this centre that is held in memory has changed. The row stays locked until the end of the
 * transaction, so that changes of one centre's administration follow each other, on several nodes too.
 */
export const reviseCentre = (tx: Tx, centreId: string) =>
  tx
    .updateTable('centre')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', centreId)
    .execute();

/** The same for all centres: a person may have rights in several. */
export const reviseAll = (tx: Tx) =>
  tx
    .updateTable('centre')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .execute();

/** Differs as soon as any centre was revised. */
export const revisionOf = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('centre')
    .select((eb) => eb.fn.sum<number>('revision').as('sum'))
    .executeTakeFirst();
  return Number(row?.sum ?? 0);
};

/** 区号 of a centre; whoever holds the catalog in memory must be told (`reviseCentre`). */
export const setAreaCode = (tx: Tx, centreId: string, areaCode: string | null) =>
  tx.updateTable('centre').set({ areaCode }).where('id', '=', centreId).execute();
