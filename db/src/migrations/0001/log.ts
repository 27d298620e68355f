import { type Build, notNull, primaryKey } from './build.ts';

/** The log, its head and followers, the audit trail, and what is counted beside them. */
export async function log(build: Build): Promise<void> {
  await eventTable(build);
  await headTable(build);
  await auditTable(build);
  await idempotencyTable(build);
  await numberingTable(build);
  await followerTable(build);
  await stampTable(build);
  await restorationTable(build);
}

async function eventTable({ bareTable, index, text, integer }: Build): Promise<void> {
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
    // From here on: for what is built next. The digest of what the row stands for is salted, so that erasing the salt erases
    // it; the chain holds the digest of the row before.
    .addColumn('salt', text)
    .addColumn('digest', text)
    .addColumn('chain', text)
    .execute();
  await index('event_ticket', 'event').columns(['ticket_id', 'seq']).execute();
}

async function headTable({ bareTable, text, integer }: Build): Promise<void> {
  await bareTable('head')
    .addColumn('id', integer, primaryKey)
    .addColumn('seq', integer, notNull)
    .addColumn('epoch', text, notNull)
    .execute();
}

async function auditTable({ table, index, text }: Build): Promise<void> {
  await table('audit', 'seq')
    .addColumn('at', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('act', text, notNull)
    .addColumn('subject_id', text, notNull)
    .addColumn('purpose', text)
    // From here on: for what is built next. The digest of what the row stands for is salted, so that erasing the salt erases
    // it; the chain holds the digest of the row before.
    .addColumn('salt', text)
    .addColumn('digest', text)
    .addColumn('chain', text)
    // From where, and what it was before and after, in words.
    .addColumn('address', text)
    .addColumn('detail', text)
    .execute();
  await index('audit_person', 'audit').columns(['person_id', 'seq']).execute();
  await index('audit_subject', 'audit').columns(['subject_id', 'seq']).execute();
}

async function idempotencyTable({ table, index, text }: Build): Promise<void> {
  await table('idempotency')
    .addColumn('key', text, notNull)
    .addColumn('body_hash', text, notNull)
    .addColumn('result_ids', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('idempotency_key', 'idempotency').unique().columns(['key']).execute();
}

async function numberingTable({ table, index, text, integer }: Build): Promise<void> {
  await table('numbering')
    .addColumn('centre_id', text, notNull)
    .addColumn('day', text, notNull)
    .addColumn('next', integer, notNull)
    .execute();
  await index('numbering_day', 'numbering').unique().columns(['centre_id', 'day']).execute();
}

async function followerTable({ table, index, text, integer }: Build): Promise<void> {
  await table('follower')
    .addColumn('name', text, notNull)
    .addColumn('seq', integer, notNull)
    .addColumn('filled_to', integer)
    .execute();
  await index('follower_name', 'follower').unique().columns(['name']).execute();
}

async function stampTable({ bareTable, text, integer }: Build): Promise<void> {
  // What this store is: asked before anything else of it is read (db/src/store/stamp.ts).
  await bareTable('stamp')
    .addColumn('id', integer, primaryKey)
    .addColumn('product', text, notNull)
    .addColumn('version', integer, notNull)
    .execute();
}

async function restorationTable({ table, text, integer }: Build): Promise<void> {
  // Each time the store came back from a backup (db/src/backup/anew.ts).
  await table('restoration')
    .addColumn('at', text, notNull)
    .addColumn('backup_at', text, notNull)
    .addColumn('backup_epoch', text, notNull)
    .addColumn('until_day', text, notNull)
    .addColumn('first_number', integer, notNull)
    .execute();
}
