import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function personal({ table, index, text, integer }: Build): Promise<void> {
  await table('draft')
    .addColumn('person_id', text, notNull)
    .addColumn('key', text, notNull)
    .addColumn('body', text, notNull)
    .addColumn('saved_at', text, notNull)
    .execute();
  await index('draft_key', 'draft').unique().columns(['person_id', 'key']).execute();

  await table('preference')
    .addColumn('person_id', text, notNull)
    .addColumn('field', text, notNull)
    .addColumn('value', text)
    .addColumn('version', integer, notNull)
    .execute();
  await index('preference_field', 'preference').unique().columns(['person_id', 'field']).execute();

  await table('phrase')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('owner_id', text)
    .addColumn('place', text, notNull)
    .addColumn('title', text, notNull)
    .addColumn('text', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('created_at', text, notNull)
    .addColumn('created_by', text, notNull)
    .addColumn('changed_at', text, notNull)
    .addColumn('changed_by', text, notNull)
    .addColumn('dropped_at', text)
    .execute();
  await index('phrase_id', 'phrase').unique().columns(['id']).execute();
  await index('phrase_owner', 'phrase')
    .columns(['centre_id', 'owner_id'])
    .where(sql<boolean>`dropped_at is null`)
    .execute();

  await table('saved_view')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('owner_id', text, notNull)
    .addColumn('audience', text, notNull)
    .addColumn('department_path', text)
    .addColumn('name', text, notNull)
    .addColumn('query', text, notNull)
    .addColumn('created_at', text, notNull)
    .execute();
  await index('saved_view_id', 'saved_view').unique().columns(['id']).execute();
  await index('saved_view_centre', 'saved_view').columns(['centre_id']).execute();

  await table('export')
    .addColumn('id', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('scope_version', integer, notNull)
    .addColumn('what', text, notNull)
    .addColumn('asked', text, notNull)
    .addColumn('purpose', text, notNull)
    .addColumn('file_name', text, notNull)
    .addColumn('status', text, notNull)
    .addColumn('rows', integer, notNull)
    .addColumn('bytes', integer)
    .addColumn('failure', text)
    .addColumn('asked_at', text, notNull)
    .addColumn('heard_at', text, notNull)
    .addColumn('finished_at', text)
    .addColumn('expires_at', text, notNull)
    .execute();
  await index('export_id', 'export').unique().columns(['id']).execute();
  await index('export_person', 'export').columns(['person_id', 'asked_at']).execute();
  await index('export_expiry', 'export').columns(['expires_at']).where(sql<boolean>`status <> 'expired'`).execute();
}
