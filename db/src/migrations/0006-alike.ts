import { type Kysely, sql } from 'kysely';

/** What may be joined with a ticket, of one category in one area: asked for while a case is open, and not to be looked for in all. */
export async function alikeIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('ticket_alike_ix')
    .on('ticket')
    .columns(['category_id', 'region_code', 'received_at', 'n'])
    .where(sql<boolean>`status in ('awaitingDispatch','handling')`)
    .execute();
}
