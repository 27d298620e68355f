import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function tickets(build: Build): Promise<void> {
  const { table, text, integer } = build;
  await table('ticket')
    .addColumn('id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('centre_path', text, notNull)
    .addColumn('title', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('service', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('category_id', text)
    .addColumn('region_code', text)
    .addColumn('urgency', text, notNull)
    .addColumn('status', text, notNull)
    .addColumn('outcome', text)
    .addColumn('version', integer, notNull)
    .addColumn('decided_version', integer, notNull)
    .addColumn('round', integer, notNull)
    .addColumn('owner_id', text)
    .addColumn('claimed_at', text)
    .addColumn('received_at', text, notNull)
    .addColumn('promised_due_at', text)
    .addColumn('promise_clock', text)
    .addColumn('dispatch_due_at', text)
    .addColumn('dispatch_clock', text)
    .addColumn('first_dispatched_at', text)
    .addColumn('first_lead_id', text)
    .addColumn('accepted_lead_id', text)
    .addColumn('accepted_at', text)
    .addColumn('review_due_at', text)
    .addColumn('review_clock', text)
    .addColumn('replied_at', text)
    .addColumn('callback_due_at', text)
    .addColumn('callback_clock', text)
    .addColumn('against_path', text)
    .addColumn('urge_count', integer, notNull)
    .addColumn('last_urged_at', text)
    .addColumn('card', text)
    .addColumn('merged_into_id', text)
    .addColumn('published_at', text)
    .addColumn('published_title', text)
    .addColumn('published_text', text)
    .addColumn('closed_at', text)
    .addColumn('archived_at', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // 提级办理, 最终答复: since when.
    .addColumn('level_raised_at', text)
    .addColumn('final_answer_at', text)
    // 暂定时限: since when the due of dispatching, review or callback is counted beyond the calendar's data.
    .addColumn('due_provisional_at', text)
    // Under which key title and published text are sealed.
    .addColumn('key_id', text)
    .execute();
  await indexes(build);
}

async function indexes({ index }: Build): Promise<void> {
  await index('ticket_id', 'ticket').unique().columns(['id']).execute();
  await index('ticket_number', 'ticket').unique().columns(['number']).execute();
  await index('ticket_promise', 'ticket').columns(['promised_due_at', 'n', 'centre_path', 'status']).execute();
  await index('ticket_open_promise', 'ticket')
    .columns(['promised_due_at', 'n', 'centre_path', 'status'])
    .where(sql<boolean>`status <> 'closed'`)
    .execute();
  await index('ticket_received', 'ticket').columns(['received_at', 'n', 'centre_path', 'status']).execute();
  await index('ticket_open_received', 'ticket')
    .columns(['received_at', 'n', 'centre_path', 'status'])
    .where(sql<boolean>`status <> 'closed'`)
    .execute();
  await index('ticket_card', 'ticket')
    .columns(['promised_due_at', 'n', 'centre_path', 'status'])
    .where(sql<boolean>`card is not null`)
    .execute();
  await index('ticket_dispatch_due', 'ticket')
    .columns(['dispatch_due_at'])
    .where(sql<boolean>`dispatch_due_at is not null`)
    .execute();
  await index('ticket_accepted', 'ticket')
    .columns(['accepted_at'])
    .where(sql<boolean>`accepted_at is not null`)
    .execute();
  await index('ticket_closed', 'ticket').columns(['closed_at']).where(sql<boolean>`closed_at is not null`).execute();
  await index('ticket_dispatch_desk', 'ticket')
    .expression(sql`coalesce(dispatch_due_at, promised_due_at), n, centre_path`)
    .where(sql<boolean>`status = 'awaitingDispatch'`)
    .execute();
  await index('ticket_callback_desk', 'ticket')
    .expression(sql`coalesce(callback_due_at, promised_due_at), n, centre_path`)
    .where(sql<boolean>`status = 'awaitingCallback'`)
    .execute();
  await index('ticket_callback_due', 'ticket')
    .columns(['callback_due_at'])
    .where(sql<boolean>`callback_due_at is not null`)
    .execute();
}
