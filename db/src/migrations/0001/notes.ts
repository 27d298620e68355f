import { type Build, notNull } from './build.ts';

export async function notes({ table, index, text, integer }: Build): Promise<void> {
  await table('note')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('dispatch_id', text)
    .addColumn('appeal_id', text)
    .addColumn('kind', text, notNull)
    .addColumn('text', text, notNull)
    .addColumn('by', text, notNull)
    .addColumn('at', text, notNull)
    // From here on: for what is built next (db/src/store/contractColumns.ts).
    // Under which key the identity and the words of this row are sealed: they then hold the ciphertext. Null: in clear.
    .addColumn('key_id', text)
    .execute();
  await index('note_id', 'note').unique().columns(['id']).execute();
  await index('note_ticket', 'note').columns(['ticket_id']).execute();

  await table('citation')
    .addColumn('id', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('appeal_id', text)
    .addColumn('dispatch_id', text)
    .addColumn('article_id', text, notNull)
    .addColumn('version', integer, notNull)
    .addColumn('by', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('citation_ticket', 'citation').columns(['ticket_id']).execute();
  await index('citation_article', 'citation').columns(['article_id']).execute();

  await table('imported')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('external_number', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('imported_number', 'imported').unique().columns(['centre_id', 'external_number']).execute();
}
