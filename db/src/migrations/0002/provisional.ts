import { type Kysely, sql } from 'kysely';
import type { Engine } from '../../store/open.ts';
import { buildOn } from '../0001/build.ts';

/** Tickets with a provisional due are found when the year is imported that settles it. */
export const provisional =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    await buildOn(db, engine)
      .index('ticket_provisional', 'ticket')
      .columns(['due_provisional_at', 'n'])
      .where(sql<boolean>`due_provisional_at is not null`)
      .execute();
  };
