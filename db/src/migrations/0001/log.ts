import { type Build, notNull, primaryKey } from './build.ts';

/** The log, its head and followers, the audit trail, and what is counted beside them. */
export async function log({ table, bareTable, index, text, integer }: Build): Promise<void> {
  // Numbered by the last statements of the transaction, never by the store: `seq` order is commit order.
  await bareTable('event')
    .addColumn('seq', integer, primaryKey)
    .addColumn('ticket_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('verb', text, notNull)
    .addColumn('actor_type', text, notNull)
    .addColumn('actor_id', text, notNull)
    .addColumn('at', text, notNull)
    .addColumn('effective_at', text, notNull)
    .addColumn('fields', text, notNull)
    .addColumn('audience_before', text)
    .addColumn('audience_after', text)
    .addColumn('child_id', text)
    .addColumn('linked_ticket_id', text)
    .execute();
  await index('event_ticket', 'event').columns(['ticket_id', 'seq']).execute();

  await bareTable('head')
    .addColumn('id', integer, primaryKey)
    .addColumn('seq', integer, notNull)
    .addColumn('epoch', text, notNull)
    .execute();

  await table('audit', 'seq')
    .addColumn('at', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('act', text, notNull)
    .addColumn('subject_id', text, notNull)
    .addColumn('purpose', text)
    .execute();
  await index('audit_person', 'audit').columns(['person_id', 'seq']).execute();
  await index('audit_subject', 'audit').columns(['subject_id', 'seq']).execute();

  await table('idempotency')
    .addColumn('key', text, notNull)
    .addColumn('body_hash', text, notNull)
    .addColumn('result_ids', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('idempotency_key', 'idempotency').unique().columns(['key']).execute();

  await table('numbering')
    .addColumn('centre_id', text, notNull)
    .addColumn('day', text, notNull)
    .addColumn('next', integer, notNull)
    .execute();
  await index('numbering_day', 'numbering').unique().columns(['centre_id', 'day']).execute();

  await table('follower')
    .addColumn('name', text, notNull)
    .addColumn('seq', integer, notNull)
    .addColumn('filled_to', integer)
    .execute();
  await index('follower_name', 'follower').unique().columns(['name']).execute();
}
