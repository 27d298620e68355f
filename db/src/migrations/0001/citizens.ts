import { type Build, notNull } from './build.ts';

export async function citizens({ table, index, text }: Build): Promise<void> {
  await table('citizen')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('phone', text)
    .addColumn('name', text)
    .addColumn('created_at', text, notNull)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    .addColumn('enterprise_code', text)
    .addColumn('text_only_at', text)
    .addColumn('unsafe_to_call_at', text)
    .addColumn('language', text)
    // Erased by the law's terms: the row stays for its figures.
    .addColumn('erased_at', text)
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    // What a sealed number and name are found by: keyed digests of the whole number, its first seven and last four digits.
    .addColumn('phone_index', text)
    .addColumn('phone_start_index', text)
    .addColumn('phone_end_index', text)
    .addColumn('name_index', text)
    .execute();
  await index('citizen_id', 'citizen').unique().columns(['id']).execute();
  await index('citizen_phone', 'citizen').columns(['centre_id', 'phone']).execute();

  // Every number of a person, the first one too. No code writes it yet.
  await table('citizen_number')
    .addColumn('id', text, notNull)
    .addColumn('citizen_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    // E.164; null where none could be read in what was written.
    .addColumn('phone', text)
    .addColumn('extension', text)
    .addColumn('raw', text, notNull)
    .addColumn('added_at', text, notNull)
    .addColumn('retired_at', text)
    .addColumn('key_id', text)
    .addColumn('phone_index', text)
    .addColumn('phone_start_index', text)
    .addColumn('phone_end_index', text)
    .execute();
  await index('citizen_number_id', 'citizen_number').unique().columns(['id']).execute();
  await index('citizen_number_citizen', 'citizen_number').columns(['citizen_id']).execute();
  await index('citizen_number_phone', 'citizen_number').columns(['centre_id', 'phone']).execute();
}
