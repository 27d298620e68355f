import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function callbacks({ table, index, text, integer }: Build): Promise<void> {
  await table('callback')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('appeal_id', text, notNull)
    .addColumn('round', integer, notNull)
    .addColumn('source', text, notNull)
    .addColumn('attempts', integer, notNull)
    .addColumn('call_id', text)
    .addColumn('recorded_by', text, notNull)
    .addColumn('recorded_at', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('clock', text, notNull)
    .addColumn('completed_at', text)
    .addColumn('cancelled_at', text)
    .addColumn('reached', text)
    .addColumn('contacted', text)
    .addColumn('solved', text)
    .addColumn('satisfaction', text, notNull)
    .addColumn('reason_code', text)
    .addColumn('note', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // 好差评 in five grades: 一事一评 of the matter, 一次一评 of the call.
    .addColumn('matter_grade', text)
    .addColumn('call_grade', text)
    // 差评核实, by the centre, never by whom was rated.
    .addColumn('verified_by', text)
    .addColumn('verified_at', text)
    .addColumn('verification', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('callback_id', 'callback').unique().columns(['id']).execute();
  await index('callback_ticket', 'callback').columns(['ticket_id']).execute();
  await index('callback_due', 'callback').columns(['due_at']).execute();
  await index('callback_completed', 'callback')
    .columns(['completed_at'])
    .where(sql<boolean>`completed_at is not null`)
    .execute();

  await table('urge')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('source', text, notNull)
    .addColumn('by', text, notNull)
    .addColumn('at', text, notNull)
    .addColumn('note', text)
    .execute();
  await index('urge_id', 'urge').unique().columns(['id']).execute();
  await index('urge_ticket', 'urge').columns(['ticket_id']).execute();
}
