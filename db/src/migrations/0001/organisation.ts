import { type Build, notNull } from './build.ts';

export async function organisation({ table, index, text, integer }: Build): Promise<void> {
  await table('centre')
    .addColumn('id', text, notNull)
    .addColumn('path', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('region_code', text, notNull)
    .addColumn('utc_offset_minutes', integer, notNull)
    .addColumn('revision', integer, notNull)
    .addColumn('created_at', text, notNull)
    .execute();
  await index('centre_id', 'centre').unique().columns(['id']).execute();

  await table('department')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('parent_id', text)
    .addColumn('path', text, notNull)
    .addColumn('name', text, notNull)
    .addColumn('short_name', text, notNull)
    .addColumn('phone', text)
    .addColumn('duties', text)
    .addColumn('requires_approval', text)
    .addColumn('created_at', text, notNull)
    .addColumn('retired_at', text)
    .execute();
  await index('department_id', 'department').unique().columns(['id']).execute();
  await index('department_path', 'department').unique().columns(['path']).execute();

  await table('category')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('parent_id', text)
    .addColumn('name', text, notNull)
    .addColumn('level', integer, notNull)
    .addColumn('retired_at', text)
    .execute();
  await index('category_id', 'category').unique().columns(['id']).execute();

  await table('region')
    .addColumn('code', text, notNull)
    .addColumn('parent_code', text)
    .addColumn('name', text, notNull)
    .execute();
  await index('region_code', 'region').unique().columns(['code']).execute();
}
