import { type Build, notNull } from './build.ts';

export async function figures({ table, index, text, integer }: Build): Promise<void> {
  await table('figure_day')
    .addColumn('figure', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('day', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('verdict', text, notNull)
    .addColumn('members', integer, notNull)
    .addColumn('amount', integer, notNull)
    .execute();
  await index('figure_day_cell', 'figure_day')
    .unique()
    .columns(['figure', 'centre_id', 'day', 'department_id', 'role', 'verdict'])
    .execute();

  await table('figure_category_day')
    .addColumn('figure', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('day', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('verdict', text, notNull)
    .addColumn('members', integer, notNull)
    .addColumn('amount', integer, notNull)
    .execute();
  await index('figure_category_day_cell', 'figure_category_day')
    .unique()
    .columns(['figure', 'centre_id', 'day', 'department_id', 'category_id', 'verdict'])
    .execute();

  await table('bulletin')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('month', text, notNull)
    .addColumn('revision', integer, notNull)
    .addColumn('as_of', text, notNull)
    .addColumn('published_at', text, notNull)
    .addColumn('published_by', text, notNull)
    .addColumn('note', text)
    .execute();
  await index('bulletin_month', 'bulletin').unique().columns(['centre_id', 'month', 'revision']).execute();

  await table('published_figure')
    .addColumn('bulletin_id', text, notNull)
    .addColumn('figure', text, notNull)
    .addColumn('definition_version', integer, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('numerator', integer, notNull)
    .addColumn('denominator', integer, notNull)
    .addColumn('unit', integer, notNull)
    .addColumn('rate', text)
    .addColumn('original', integer)
    .addColumn('original_rate', text)
    .addColumn('excluded', text, notNull)
    .execute();
  await index('published_figure_cell', 'published_figure')
    .unique()
    .columns(['bulletin_id', 'figure', 'department_id'])
    .execute();

  await table('published_score')
    .addColumn('bulletin_id', text, notNull)
    .addColumn('scheme', text, notNull)
    .addColumn('scheme_version', integer, notNull)
    .addColumn('scheme_name', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('group_name', text)
    .addColumn('rank', integer)
    .addColumn('ranked', integer, notNull)
    .addColumn('score', text)
    .addColumn('counted', integer, notNull)
    .addColumn('detail', text, notNull)
    .execute();
  await index('published_score_cell', 'published_score')
    .unique()
    .columns(['bulletin_id', 'scheme', 'department_id'])
    .execute();
}
