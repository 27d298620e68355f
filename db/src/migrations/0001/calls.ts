import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function calls(build: Build): Promise<void> {
  await callTable(build);
  await callSignalTable(build);
  await callHeadTable(build);
  await seatTable(build);
  await telephonyTokenTable(build);
}

async function callTable({ table, index, text, integer }: Build): Promise<void> {
  await table('call')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('centre_path', text, notNull)
    .addColumn('source', text, notNull)
    .addColumn('direction', text, notNull)
    .addColumn('phone', text)
    .addColumn('line', text)
    .addColumn('queue', text)
    .addColumn('agent_id', text)
    .addColumn('status', text, notNull)
    .addColumn('ringing', text, notNull)
    .addColumn('addressed', text, notNull)
    .addColumn('ringing_at', text, notNull)
    .addColumn('answered_at', text)
    .addColumn('wait_ms', integer)
    .addColumn('held_at', text)
    .addColumn('hold_ms', integer, notNull)
    .addColumn('ended_at', text)
    .addColumn('outcome', text)
    .addColumn('cause', text)
    .addColumn('recording', text)
    .addColumn('appeal_id', text)
    .addColumn('dismissed_at', text)
    .addColumn('callback_by', text)
    .addColumn('callback_claimed_at', text)
    .addColumn('callback_at', text)
    .addColumn('callback_result', text)
    .addColumn('callback_note', text)
    .addColumn('version', integer, notNull)
    .addColumn('seq', integer, notNull)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // As it was written or dialled, also where no number could be read in it; the extension of a landline.
    .addColumn('phone_raw', text)
    .addColumn('phone_extension', text)
    // 一次一评.
    .addColumn('grade', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    // What a sealed number and name are found by: keyed digests of the whole number, its first seven and last four digits.
    .addColumn('phone_index', text)
    .addColumn('phone_start_index', text)
    .addColumn('phone_end_index', text)
    .execute();
  await index('call_id', 'call').unique().columns(['id']).execute();
  await index('call_phone', 'call').columns(['phone', 'ringing_at']).execute();
  await index('call_seq', 'call').columns(['seq']).execute();
  await index('call_ringing', 'call').columns(['ringing_at', 'n', 'centre_path']).execute();
  await index('call_centre', 'call').columns(['centre_id', 'ringing_at']).execute();
  await index('call_open', 'call').columns(['ringing_at', 'n']).where(sql<boolean>`status <> 'ended'`).execute();
  await index('call_callback', 'call')
    .columns(['ringing_at', 'n', 'phone'])
    .where(sql<boolean>`direction = 'in' and outcome in ('abandoned','missed') and callback_at is null`)
    .execute();
}

async function callSignalTable({ table, index, text }: Build): Promise<void> {
  await table('call_signal')
    .addColumn('call_id', text, notNull)
    .addColumn('key', text, notNull)
    .addColumn('event', text, notNull)
    .addColumn('at', text, notNull)
    .addColumn('received_at', text, notNull)
    .addColumn('direction', text, notNull)
    .addColumn('phone', text)
    .addColumn('line', text)
    .addColumn('queue', text)
    .addColumn('agent_id', text)
    .addColumn('cause', text)
    .addColumn('recording', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    .addColumn('phone_raw', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('call_signal_key', 'call_signal').unique().columns(['call_id', 'key']).execute();
  await index('call_signal_agent', 'call_signal')
    .columns(['agent_id', 'call_id'])
    .where(sql<boolean>`agent_id is not null`)
    .execute();
}

async function callHeadTable({ table, index, text, integer }: Build): Promise<void> {
  await table('call_head').addColumn('id', text, notNull).addColumn('seq', integer, notNull).execute();
  await index('call_head_id', 'call_head').unique().columns(['id']).execute();
}

async function seatTable({ table, index, text }: Build): Promise<void> {
  await table('seat')
    .addColumn('person_id', text, notNull)
    .addColumn('extension', text)
    .addColumn('state', text, notNull)
    .addColumn('since', text, notNull)
    .addColumn('call_id', text)
    .execute();
  await index('seat_person', 'seat').unique().columns(['person_id']).execute();
  await index('seat_extension', 'seat').columns(['extension']).where(sql<boolean>`extension is not null`).execute();
}

async function telephonyTokenTable({ table, index, text }: Build): Promise<void> {
  await table('telephony_token')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('token_hash', text, notNull)
    .addColumn('hmac_secret', text)
    .addColumn('created_at', text, notNull)
    .addColumn('created_by', text, notNull)
    .addColumn('revoked_at', text)
    .execute();
  await index('telephony_token_id', 'telephony_token').unique().columns(['id']).execute();
  await index('telephony_token_hash', 'telephony_token').unique().columns(['token_hash']).execute();
}
