import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function replies({ table, index, text, integer }: Build): Promise<void> {
  await table('request')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text)
    .addColumn('appeal_id', text)
    .addColumn('type', text, notNull)
    .addColumn('status', text, notNull)
    .addColumn('reason_code', text)
    .addColumn('reason', text, notNull)
    .addColumn('suggested_department_id', text)
    .addColumn('days', integer)
    .addColumn('granted_days', integer)
    .addColumn('review_at', text)
    .addColumn('asked_by', text, notNull)
    .addColumn('asked_at', text, notNull)
    .addColumn('decided_by', text)
    .addColumn('decided_at', text)
    .addColumn('decision', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('request_id', 'request').unique().columns(['id']).execute();
  await index('request_ticket', 'request').columns(['ticket_id']).execute();
  await index('request_open', 'request')
    .columns(['type', 'asked_at', 'n'])
    .where(sql<boolean>`status = 'open'`)
    .execute();

  await table('reply')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text, notNull)
    .addColumn('round', integer, notNull)
    .addColumn('status', text, notNull)
    .addColumn('author_id', text, notNull)
    .addColumn('submitted_at', text, notNull)
    .addColumn('contacted_by', text)
    .addColumn('contacted_at', text)
    .addColumn('actuality', text, notNull)
    .addColumn('solved', text, notNull)
    .addColumn('unsolved_reason', text)
    .addColumn('handling', text, notNull)
    .addColumn('public_reply', text, notNull)
    .addColumn('recovered_loss_fen', integer)
    .addColumn('head_id', text)
    .addColumn('head_at', text)
    .addColumn('head_note', text)
    .addColumn('reviewer_id', text)
    .addColumn('reviewed_at', text)
    .addColumn('review_note', text)
    .addColumn('reason_code', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // The head may mend the words: what the clerk had written.
    .addColumn('handling_before', text)
    .addColumn('public_reply_before', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('reply_id', 'reply').unique().columns(['id']).execute();
  await index('reply_ticket', 'reply').columns(['ticket_id']).execute();
}
