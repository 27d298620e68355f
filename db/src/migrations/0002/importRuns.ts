import { type Build, notNull } from '../0001/build.ts';

/** 导入批次: a file that is brought in from another system, and which matters came with it. */
export async function importRuns({ db, table, index, text, integer }: Build): Promise<void> {
  await table('import_run')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('person_id', text, notNull)
    .addColumn('file_name', text, notNull)
    .addColumn('bytes', integer, notNull)
    .addColumn('state', text, notNull)
    .addColumn('reading', text, notNull)
    .addColumn('found', text)
    .addColumn('mapping', text)
    .addColumn('checked', text)
    .addColumn('report', text)
    .addColumn('place', integer, notNull)
    .addColumn('undone', integer, notNull)
    .addColumn('kept', integer, notNull)
    .addColumn('failure', text)
    .addColumn('created_at', text, notNull)
    .addColumn('heard_at', text, notNull)
    .addColumn('finished_at', text)
    .execute();
  await index('import_run_id', 'import_run').unique().columns(['id']).execute();
  await index('import_run_centre', 'import_run').columns(['centre_id', 'n']).execute();
  await db.schema.alterTable('imported').addColumn('run_id', text).execute();
  await index('imported_run', 'imported').columns(['run_id', 'n']).execute();
}
