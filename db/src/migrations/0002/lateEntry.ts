import { sql } from 'kysely';
import type { Build } from '../0001/build.ts';

/** 补录: when an appeal was entered that had been received before. Few are, so a list of them reads them alone. */
export async function lateEntry({ db, index, text }: Build): Promise<void> {
  for (const table of ['appeal', 'past_appeal'])
    await db.schema.alterTable(table).addColumn('late_entered_at', text).execute();
  await index('appeal_late_entered', 'appeal')
    .columns(['ticket_id', 'late_entered_at'])
    .where(sql<boolean>`late_entered_at is not null`)
    .execute();
}
