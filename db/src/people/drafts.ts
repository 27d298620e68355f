import { mostDrafts } from '@hotline/shared/api/session';
import type { Db, Tx } from '../store/open.ts';

export const saveDraft = (tx: Tx, personId: string, key: string, body: string, savedAt: string) =>
  tx
    .insertInto('draft')
    .values({ personId, key, body, savedAt })
    .onConflict((oc) => oc.columns(['personId', 'key']).doUpdateSet({ body, savedAt }))
    .execute();

export const findDraft = (db: Db, personId: string, key: string) =>
  db
    .selectFrom('draft')
    .select(['key', 'body', 'savedAt'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();

/** The newest first. */
export const draftsOf = (db: Db, personId: string) =>
  db
    .selectFrom('draft')
    .select(['key', 'body', 'savedAt'])
    .where('personId', '=', personId)
    .orderBy('savedAt', 'desc')
    .orderBy('key')
    .limit(mostDrafts)
    .execute();

export const deleteDraft = (tx: Tx, personId: string, key: string) =>
  tx.deleteFrom('draft').where('personId', '=', personId).where('key', '=', key).execute();

/** How many a person has besides this one. */
export async function countDrafts(db: Db, personId: string, besides: string): Promise<number> {
  const row = await db
    .selectFrom('draft')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('key', '<>', besides)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
