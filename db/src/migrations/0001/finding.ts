import { sql } from 'kysely';
import { type Build, notNull, primaryKey } from './build.ts';

export async function finding({ table, bareTable, index, text, integer, engine, db }: Build): Promise<void> {
  // What tickets are found by (shared/src/search/document.ts): `n` is the ticket's.
  const documents = bareTable('search_doc')
    .addColumn('n', integer, primaryKey)
    .addColumn('ticket_id', text, notNull)
    .addColumn('hash', integer, notNull);
  if (engine === 'sqlite') {
    await documents.execute();
    // It keeps no text and no places, and has prefixes of one character; its tokenizer must take every character beyond
    // ASCII for a letter, as `ascii` does and `unicode61`, whose tables are of 2012, does not.
    await sql`create virtual table "search" using fts5(grams, content='', contentless_delete=1, detail=none, prefix='1', tokenize='ascii')`.execute(
      db,
    );
  } else {
    await documents.addColumn('grams', sql`tsvector`, notNull).execute();
    await index('search_doc_grams', 'search_doc').using('gin').column('grams').execute();
  }

  await table('near_band')
    .addColumn('band', integer, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('appeal_id', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('near_band', 'near_band').columns(['band', 'at']).execute();
  await index('near_band_appeal', 'near_band').columns(['appeal_id']).execute();
  await index('near_band_at', 'near_band').columns(['at']).execute();

  await table('mention')
    .addColumn('centre_id', text, notNull)
    .addColumn('place', text, notNull)
    .addColumn('category_id', text)
    .addColumn('caller', text, notNull)
    .addColumn('ticket_id', text, notNull)
    .addColumn('appeal_id', text, notNull)
    .addColumn('at', text, notNull)
    .execute();
  await index('mention_place', 'mention').columns(['place', 'at']).execute();
  await index('mention_appeal', 'mention').columns(['appeal_id']).execute();
  await index('mention_at', 'mention').columns(['at']).execute();

  await table('routed')
    .addColumn('ticket_id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('area', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('day', text, notNull)
    .execute();
  await index('routed_ticket', 'routed').unique().columns(['ticket_id']).execute();
  await index('routed_cell', 'routed').columns(['centre_id', 'category_id', 'day', 'area', 'department_id']).execute();

  await table('hotspot')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('place', text, notNull)
    .addColumn('category_id', text)
    .addColumn('first_at', text, notNull)
    .addColumn('last_at', text, notNull)
    .addColumn('citizens', integer, notNull)
    .addColumn('tickets', integer, notNull)
    .addColumn('raised_at', text, notNull)
    .addColumn('seen_at', text)
    .addColumn('seen_by', text)
    .execute();
  await index('hotspot_id', 'hotspot').unique().columns(['id']).execute();
  await index('hotspot_last', 'hotspot').columns(['centre_id', 'last_at']).execute();

  await table('model')
    .addColumn('id', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('trained_at', text, notNull)
    .addColumn('examples', integer, notNull)
    .addColumn('report', text, notNull)
    .addColumn('body', text, notNull)
    .execute();
  await index('model_centre', 'model').columns(['centre_id', 'n']).execute();
}
