import type { Db } from '../store/open.ts';
import { rowsOf } from '../store/rows.ts';

export type KnownCitizen = { id: string; name: string | null; appeals: number; lastAt: string | null };

/** People a centre knows under one number, whoever called last first; several may share one. */
export const citizensOf = (db: Db, centreId: string, phone: string, limit: number): Promise<KnownCitizen[]> =>
  rowsOf<KnownCitizen>(
    db,
    `select c."id", c."name", count(a."id") as "appeals", max(a."received_at") as "lastAt"
      from "citizen" c left join "appeal" a on a."citizen_id" = c."id" and a."phone" = ? and a."identity" = 'named'
      where c."id" in (select "citizen_id" from "citizen_number" where "centre_id" = ? and "phone" = ?) and c."name" is not null
      group by c."id", c."name", c."n" order by coalesce(max(a."received_at"), '') desc, c."n" limit ?`,
    [phone, centreId, phone, limit],
  );

export async function citizenById(db: Db, id: string) {
  return db.selectFrom('citizen').select(['id', 'centreId', 'phone', 'name']).where('id', '=', id).executeTakeFirst();
}

/** Invented citizens of the demo city to ring from: those who called most, one row a number. */
export const demoCallers = (db: Db, limit: number) =>
  rowsOf<{ id: string; phone: string; name: string | null; people: number; appeals: number }>(
    db,
    `select min(c."id") as "id", c."phone", min(c."name") as "name", count(distinct c."id") as "people", count(a."id") as "appeals"
      from "citizen" c left join "appeal" a on a."citizen_id" = c."id" where c."phone" is not null
      group by c."phone" order by count(distinct c."id") desc, count(a."id") desc, c."phone" limit ?`,
    [limit],
  );
