import { type Build, notNull, primaryKey } from '../0001/build.ts';

/** What limits have counted, and proxies nobody declared: both known to every node and to the next start. */
export async function limits({ bareTable, text, integer }: Build): Promise<void> {
  await bareTable('limit_count')
    .addColumn('key', text, primaryKey)
    .addColumn('until', text, notNull)
    .addColumn('count', integer, notNull)
    .execute();
  await bareTable('undeclared_proxy')
    .addColumn('address', text, primaryKey)
    .addColumn('seen_at', text, notNull)
    .execute();
}
