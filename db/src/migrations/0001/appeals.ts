import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function appeals({ table, index, text, real }: Build): Promise<void> {
  await table('appeal')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('query_code', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('service', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('call_id', text)
    .addColumn('citizen_id', text)
    .addColumn('citizen_name', text)
    .addColumn('phone', text)
    .addColumn('identity', text, notNull)
    .addColumn('wishes_to_publish', text)
    .addColumn('title', text, notNull)
    .addColumn('content', text, notNull)
    .addColumn('address', text)
    .addColumn('region_code', text)
    .addColumn('latitude', real)
    .addColumn('longitude', real)
    .addColumn('against_department_id', text)
    .addColumn('status', text, notNull)
    .addColumn('outcome', text)
    .addColumn('received_at', text, notNull)
    .addColumn('logged_by', text, notNull)
    .addColumn('promise_clock', text, notNull)
    .addColumn('original_promised_due_at', text, notNull)
    .addColumn('promised_due_at', text, notNull)
    .addColumn('promised_day', text, notNull)
    .addColumn('paused_at', text)
    .addColumn('answered_at', text)
    .addColumn('closed_at', text)
    .addColumn('reason_code', text)
    .addColumn('answer', text)
    .addColumn('external_number', text)
    .addColumn('excused_at', text)
    .addColumn('excuse', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // As it was written or dialled, also where no number could be read in it; the extension of a landline.
    .addColumn('phone_raw', text)
    .addColumn('phone_extension', text)
    // 仅文字联系, 不便接听: how the citizen may be reached; the language is a tag such as `en`.
    .addColumn('text_only_at', text)
    .addColumn('unsafe_to_call_at', text)
    .addColumn('language', text)
    // 统一社会信用代码, where an enterprise speaks.
    .addColumn('enterprise_code', text)
    .addColumn('enterprise_name', text)
    // 转保密: since when identity is kept from more people than it was logged for.
    .addColumn('identity_restricted_at', text)
    // 补录: why it was received earlier than it was logged.
    .addColumn('late_entry_reason', text)
    // 暂定时限: since when the promise is counted beyond the calendar's data; null once it rests on data.
    .addColumn('promise_provisional_at', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    // What a sealed number and name are found by: keyed digests of the whole number, its first seven and last four digits.
    .addColumn('phone_index', text)
    .addColumn('phone_start_index', text)
    .addColumn('phone_end_index', text)
    .addColumn('name_index', text)
    .execute();
  await index('appeal_id', 'appeal').unique().columns(['id']).execute();
  await index('appeal_ticket', 'appeal').columns(['ticket_id']).execute();
  await index('appeal_number', 'appeal').unique().columns(['number']).execute();
  await index('appeal_phone', 'appeal')
    .columns(['phone', 'received_at'])
    .where(sql<boolean>`phone is not null`)
    .execute();
  await index('appeal_excused', 'appeal').columns(['ticket_id']).where(sql<boolean>`excused_at is not null`).execute();
  await index('appeal_promised', 'appeal').columns(['centre_id', 'promised_due_at']).execute();
  await index('appeal_received', 'appeal').columns(['centre_id', 'received_at']).execute();
  await index('appeal_address', 'appeal')
    .columns(['centre_id', 'address', 'region_code'])
    .where(sql<boolean>`address is not null and identity = 'named'`)
    .execute();
}
