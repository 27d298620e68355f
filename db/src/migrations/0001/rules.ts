import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function rules({ table, index, text, integer }: Build): Promise<void> {
  await table('calendar')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('data', text, notNull)
    .addColumn('note', text)
    .addColumn('created_at', text, notNull)
    .addColumn('created_by', text, notNull)
    .execute();
  await index('calendar_version', 'calendar').unique().columns(['centre_id', 'version']).execute();

  await table('rule_set')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('rules', text, notNull)
    .addColumn('note', text)
    .addColumn('created_at', text, notNull)
    .addColumn('created_by', text, notNull)
    .execute();
  await index('rule_set_version', 'rule_set').unique().columns(['centre_id', 'version']).execute();

  await table('scheme_set')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('data', text, notNull)
    .addColumn('note', text)
    .addColumn('created_at', text, notNull)
    .addColumn('created_by', text, notNull)
    .execute();
  await index('scheme_set_version', 'scheme_set').unique().columns(['centre_id', 'version']).execute();

  await table('calendar_correction')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('calendar_version', integer, notNull)
    .addColumn('asked_by', text, notNull)
    .addColumn('asked_at', text, notNull)
    .addColumn('after_received_at', text)
    .addColumn('after_n', integer)
    .addColumn('examined', integer, notNull)
    .addColumn('changed', integer, notNull)
    .addColumn('finished_at', text)
    .addColumn('outcome', text)
    .execute();
  await index('calendar_correction_id', 'calendar_correction').unique().columns(['id']).execute();
  await index('calendar_correction_centre', 'calendar_correction').columns(['centre_id', 'n']).execute();
  await index('calendar_correction_open', 'calendar_correction')
    .columns(['n'])
    .where(sql<boolean>`finished_at is null`)
    .execute();
}
