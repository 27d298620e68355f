import { type Build, notNull } from './build.ts';

export async function past(build: Build): Promise<void> {
  await pastAppealTable(build);
  await pastDispatchTable(build);
  await pastTicketTable(build);
  await pastCallbackTable(build);
}

async function pastAppealTable({ table, index, text }: Build): Promise<void> {
  await table('past_appeal')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('region_code', text, notNull)
    .addColumn('received_at', text, notNull)
    .addColumn('original_promised_due_at', text, notNull)
    .addColumn('promised_due_at', text, notNull)
    .addColumn('lead_sent_at', text)
    .addColumn('paused_at', text)
    .addColumn('answered_at', text)
    .addColumn('closed_at', text)
    .addColumn('outcome', text)
    .addColumn('excused_at', text)
    .addColumn('until_at', text, notNull)
    .execute();
  await index('past_appeal_member', 'past_appeal').columns(['id', 'until_at']).execute();
  await index('past_appeal_until', 'past_appeal').columns(['until_at']).execute();
}

async function pastDispatchTable({ table, index, text, integer }: Build): Promise<void> {
  await table('past_dispatch')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('region_code', text, notNull)
    .addColumn('service', text, notNull)
    .addColumn('level', text, notNull)
    .addColumn('round_kind', text, notNull)
    .addColumn('sent_at', text, notNull)
    .addColumn('sign_due_at', text, notNull)
    .addColumn('original_due_at', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('paused_at', text)
    .addColumn('signed_at', text)
    .addColumn('replied_at', text)
    .addColumn('accepted_at', text)
    .addColumn('ended_at', text)
    .addColumn('returned_at', text)
    .addColumn('return_asked_at', text)
    .addColumn('released_at', text)
    .addColumn('extended_at', text)
    .addColumn('excused_at', text)
    .addColumn('recovered_loss_fen', integer)
    .addColumn('until_at', text, notNull)
    .execute();
  await index('past_dispatch_member', 'past_dispatch').columns(['id', 'until_at']).execute();
  await index('past_dispatch_until', 'past_dispatch').columns(['until_at']).execute();
}

async function pastTicketTable({ table, index, text }: Build): Promise<void> {
  await table('past_ticket')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('region_code', text, notNull)
    .addColumn('received_at', text, notNull)
    .addColumn('dispatch_due_at', text)
    .addColumn('lead_sent_at', text)
    .addColumn('first_dispatched_at', text)
    .addColumn('first_lead_id', text)
    .addColumn('accepted_at', text)
    .addColumn('accepted_lead_id', text)
    .addColumn('closed_at', text)
    .addColumn('outcome', text)
    .addColumn('until_at', text, notNull)
    .execute();
  await index('past_ticket_member', 'past_ticket').columns(['id', 'until_at']).execute();
  await index('past_ticket_until', 'past_ticket').columns(['until_at']).execute();
}

async function pastCallbackTable({ table, index, text }: Build): Promise<void> {
  await table('past_callback')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('number', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('region_code', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('cancelled_at', text)
    .addColumn('completed_at', text)
    .addColumn('reached', text)
    .addColumn('contacted', text)
    .addColumn('solved', text)
    .addColumn('satisfaction', text)
    .addColumn('until_at', text, notNull)
    .execute();
  await index('past_callback_member', 'past_callback').columns(['id', 'until_at']).execute();
  await index('past_callback_until', 'past_callback').columns(['until_at']).execute();
}
