import { type Kysely, sql } from 'kysely';

/**
 * Words are found by other keys than before (traditional and simplified, dots, blanks), and places are named by what is
 * known of them: the finder takes every ticket up again, the newest first to be found by their events.
 */
export const up =
  () =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`delete from "follower" where "name" = 'finder'`.execute(db);
  };
