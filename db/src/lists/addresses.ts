import type { Db } from '../store/open.ts';
import { rowsOf } from '../store/rows.ts';

export type KnownAddress = { address: string; regionCode: string | null };

/**
 * The first `limit` addresses from `start` on, in the order of their characters, as earlier appeals named them; only
 * appeals of people who gave their name. Each is one step in the index, however often it was named.
 */
export async function addressesFrom(db: Db, centreId: string, start: string, limit: number): Promise<KnownAddress[]> {
  const found: KnownAddress[] = [];
  let after: string | null = null;
  while (found.length < limit) {
    const [next]: (KnownAddress & { address: string })[] = await rowsOf(
      db,
      `select a.address as "address", a.region_code as "regionCode" from appeal a
       where a.centre_id = ? and a.address ${after === null ? '>=' : '>'} ? and a.address < ? and a.address is not null and a.identity = 'named'
       order by a.address limit 1`,
      [centreId, after ?? start, `${start}\u{10ffff}`],
    );
    if (!next) break;
    found.push(next);
    after = next.address;
  }
  return found;
}
