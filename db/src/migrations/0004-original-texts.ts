import type { Kysely } from 'kysely';
import type { Engine } from '../store/open.ts';
import { buildOn, notNull } from './0001/build.ts';

/** Texts as they came, where cleaning changed what they say: beside the event they came with. */
export const originalTexts =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const { table, index, text, integer } = buildOn(db, engine);
    await table('original_text')
      .addColumn('event_seq', integer, notNull)
      .addColumn('ticket_id', text, notNull)
      // What the event was about, above all the appeal: it may go to another ticket.
      .addColumn('child_id', text)
      .addColumn('field', text, notNull)
      .addColumn('text', text, notNull)
      .addColumn('is_cut', integer, notNull)
      .execute();
    await index('original_text_ticket', 'original_text').columns(['ticket_id', 'event_seq']).execute();
    await index('original_text_child', 'original_text').columns(['child_id', 'field']).execute();
  };
