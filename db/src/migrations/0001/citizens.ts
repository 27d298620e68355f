import { type Build, notNull } from './build.ts';

export async function citizens({ table, index, text }: Build): Promise<void> {
  await table('citizen')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('phone', text)
    .addColumn('name', text)
    .addColumn('created_at', text, notNull)
    .execute();
  await index('citizen_id', 'citizen').unique().columns(['id']).execute();
  await index('citizen_phone', 'citizen').columns(['centre_id', 'phone']).execute();
}
