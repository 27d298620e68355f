import { sql } from 'kysely';
import { type Build, notNull } from './build.ts';

export async function knowledge({ table, index, text, integer }: Build): Promise<void> {
  await table('article')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('status', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('content', text, notNull)
    .addColumn('reviewed_at', text)
    .addColumn('retired_reason', text)
    .addColumn('updated_at', text, notNull)
    .addColumn('revision', integer, notNull)
    .execute();
  await index('article_id', 'article').unique().columns(['id']).execute();
  await index('article_centre', 'article').columns(['centre_id', 'revision']).execute();

  await table('article_change')
    .addColumn('id', text, notNull)
    .addColumn('article_id', text, notNull)
    .addColumn('based_on', integer, notNull)
    .addColumn('version', integer)
    .addColumn('content', text, notNull)
    .addColumn('note', text)
    .addColumn('status', text, notNull)
    .addColumn('proposed_by', text, notNull)
    .addColumn('proposed_at', text, notNull)
    .addColumn('decided_by', text)
    .addColumn('decided_at', text)
    .addColumn('decision', text)
    .execute();
  await index('article_change_id', 'article_change').unique().columns(['id']).execute();
  await index('article_change_article', 'article_change').columns(['article_id']).execute();
  await index('article_change_open', 'article_change')
    .unique()
    .columns(['article_id'])
    .where(sql<boolean>`status = 'open'`)
    .execute();

  await table('article_report')
    .addColumn('id', text, notNull)
    .addColumn('article_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('text', text, notNull)
    .addColumn('by', text, notNull)
    .addColumn('at', text, notNull)
    .addColumn('answer', text)
    .addColumn('closed_by', text)
    .addColumn('closed_at', text)
    .execute();
  await index('article_report_id', 'article_report').unique().columns(['id']).execute();
  await index('article_report_article', 'article_report').columns(['article_id']).execute();
  await index('article_report_open', 'article_report').columns(['at']).where(sql<boolean>`closed_at is null`).execute();

  await table('article_file')
    .addColumn('id', text, notNull)
    .addColumn('article_id', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('media_type', text, notNull)
    .addColumn('bytes', integer, notNull)
    .addColumn('sha256', text, notNull)
    .addColumn('uploaded_by', text, notNull)
    .addColumn('uploaded_at', text, notNull)
    .addColumn('content', text, notNull)
    .execute();
  await index('article_file_id', 'article_file').unique().columns(['id']).execute();
  await index('article_file_article', 'article_file').columns(['article_id']).execute();
}
