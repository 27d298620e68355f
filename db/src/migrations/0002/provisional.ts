import { sql } from 'kysely';
import type { Build } from '../0001/build.ts';

/** Tickets with a provisional due are found when the year is imported that settles it. */
export async function provisional({ index }: Build): Promise<void> {
  await index('ticket_provisional', 'ticket')
    .columns(['due_provisional_at', 'n'])
    .where(sql<boolean>`due_provisional_at is not null`)
    .execute();
}
