import type { Kysely } from 'kysely';
import type { Engine } from '../../store/open.ts';
import { buildOn, notNull, primaryKey } from '../0001/build.ts';

/** What limits have counted, and proxies nobody declared: both known to every node and to the next start. */
export const limits =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const { bareTable, text, integer } = buildOn(db, engine);
    await bareTable('limit_count')
      .addColumn('key', text, primaryKey)
      .addColumn('until', text, notNull)
      .addColumn('count', integer, notNull)
      .execute();
    await bareTable('undeclared_proxy')
      .addColumn('address', text, primaryKey)
      .addColumn('seen_at', text, notNull)
      .execute();
  };
