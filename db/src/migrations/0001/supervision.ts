import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function supervision({ table, index, text }: Build): Promise<void> {
  await table('card')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text, notNull)
    .addColumn('colour', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('raised_at', text, notNull)
    .addColumn('revoked_at', text)
    .addColumn('revoked_by', text)
    .addColumn('reason', text)
    .execute();
  await index('card_id', 'card').unique().columns(['id']).execute();
  await index('card_ticket', 'card').columns(['ticket_id']).execute();

  await table('supervision_order')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text)
    .addColumn('number', text, notNull)
    .addColumn('level', text, notNull)
    .addColumn('demand', text, notNull)
    .addColumn('issued_by', text, notNull)
    .addColumn('issued_at', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('clock', text, notNull)
    .addColumn('answer', text)
    .addColumn('answered_by', text)
    .addColumn('answered_at', text)
    .addColumn('ended_by', text)
    .addColumn('ended_at', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('supervision_order_id', 'supervision_order').unique().columns(['id']).execute();
  await index('supervision_order_ticket', 'supervision_order').columns(['ticket_id']).execute();
  await index('supervision_order_open', 'supervision_order')
    .columns(['due_at', 'n'])
    .where(sql<boolean>`ended_at is null`)
    .execute();
}
