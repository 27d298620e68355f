import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function dispatches(build: Build): Promise<void> {
  await dispatchTable(build);
  await pauseTable(build);
  await stageTable(build);
}

async function dispatchTable({ table, index, text, integer }: Build): Promise<void> {
  await table('dispatch')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('department_path', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('round', integer, notNull)
    .addColumn('parent_id', text)
    .addColumn('status', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('clerk_id', text)
    .addColumn('note', text)
    .addColumn('designated', text)
    .addColumn('requires_approval', text)
    .addColumn('sent_at', text, notNull)
    .addColumn('sent_by', text, notNull)
    .addColumn('return_due_at', text, notNull)
    .addColumn('sign_due_at', text, notNull)
    .addColumn('sign_clock', text, notNull)
    .addColumn('signed_at', text)
    .addColumn('reply_clock', text, notNull)
    .addColumn('yellow_due_at', text, notNull)
    .addColumn('original_due_at', text, notNull)
    .addColumn('due_at', text, notNull)
    .addColumn('due_day', text, notNull)
    .addColumn('submitted_at', text)
    .addColumn('replied_at', text)
    .addColumn('accepted_at', text)
    .addColumn('ended_at', text)
    .addColumn('paused_at', text)
    .addColumn('return_asked_at', text)
    .addColumn('extended_at', text)
    .addColumn('recovered_loss_fen', integer)
    .addColumn('excused_at', text)
    .addColumn('excuse', text)
    .addColumn('next_alarm_at', text)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // 首次联系: by when the department must have reached the citizen, and when it had.
    .addColumn('contact_due_at', text)
    .addColumn('contacted_at', text)
    // 暂定时限: since when its due is counted beyond the calendar's data.
    .addColumn('due_provisional_at', text)
    .execute();
  await index('dispatch_id', 'dispatch').unique().columns(['id']).execute();
  await index('dispatch_ticket', 'dispatch').columns(['ticket_id']).execute();
  await index('dispatch_open_department', 'dispatch')
    .columns(['department_path', 'due_at', 'n', 'status', 'ticket_id'])
    .where(sql<boolean>`status in ('awaitingSigning','handling','awaitingApproval')`)
    .execute();
  await index('dispatch_open_due', 'dispatch')
    .columns(['due_at', 'n', 'status', 'ticket_id'])
    .where(sql<boolean>`status in ('awaitingSigning','handling','awaitingApproval')`)
    .execute();
  await index('dispatch_department', 'dispatch').columns(['department_path', 'due_at', 'n']).execute();
  await index('dispatch_ended', 'dispatch')
    .columns(['department_path', 'ended_at', 'n'])
    .where(sql<boolean>`status in ('returned','released')`)
    .execute();
  await index('dispatch_due', 'dispatch').columns(['due_at']).execute();
  await index('dispatch_sign_due', 'dispatch').columns(['sign_due_at']).execute();
  await index('dispatch_sent', 'dispatch').columns(['sent_at']).execute();
  await index('dispatch_accepted', 'dispatch')
    .columns(['accepted_at'])
    .where(sql<boolean>`accepted_at is not null`)
    .execute();
  await index('dispatch_excused_at', 'dispatch')
    .columns(['excused_at'])
    .where(sql<boolean>`excused_at is not null`)
    .execute();
  await index('dispatch_excused', 'dispatch')
    .columns(['ticket_id'])
    .where(sql<boolean>`excused_at is not null`)
    .execute();
  await index('dispatch_alarm', 'dispatch')
    .columns(['next_alarm_at', 'n'])
    .where(sql<boolean>`next_alarm_at is not null`)
    .execute();
}

async function pauseTable({ table, index, text }: Build): Promise<void> {
  await table('pause')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text)
    .addColumn('appeal_id', text)
    .addColumn('reason', text, notNull)
    .addColumn('started_at', text, notNull)
    .addColumn('until_at', text, notNull)
    .addColumn('clock', text)
    .addColumn('ended_at', text)
    .execute();
  await index('pause_id', 'pause').unique().columns(['id']).execute();
  await index('pause_ticket', 'pause').columns(['ticket_id']).execute();
  await index('pause_open', 'pause').columns(['until_at', 'n']).where(sql<boolean>`ended_at is null`).execute();
}

async function stageTable({ table, index, text, integer }: Build): Promise<void> {
  // 耗时环节: who held a matter from when to when, for each stage (dispatching, signing, contact, handling, approval, review,
  // citizen, shelved); its limit in natural milliseconds of its clock, null where it has none. No code writes it yet.
  await table('stage')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('appeal_id', text)
    .addColumn('dispatch_id', text)
    .addColumn('stage', text, notNull)
    .addColumn('holder_path', text, notNull)
    .addColumn('started_at', text, notNull)
    .addColumn('due_at', text)
    .addColumn('ended_at', text)
    .addColumn('limit_ms', integer)
    .addColumn('overrun_ms', integer)
    .execute();
  await index('stage_id', 'stage').unique().columns(['id']).execute();
  await index('stage_ticket', 'stage').columns(['ticket_id']).execute();
  await index('stage_ended', 'stage').columns(['ended_at']).where(sql<boolean>`ended_at is not null`).execute();
}
