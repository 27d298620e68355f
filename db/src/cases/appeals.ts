import type { Scope } from '@hotline/shared/people/scope';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import { readClocks } from '../store/clockColumns.ts';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsBy, rowsOf, sameAs } from '../store/rows.ts';
import { inScope } from '../store/scope.ts';

/** A telephone number's appeals, newest first: what an agent sees before the first word. */
export const appealsByPhone = (db: Db, scope: Scope, phone: string, limit: number) =>
  db
    .selectFrom('appeal as a')
    .innerJoin('ticket as t', 't.id', 'a.ticketId')
    .select([
      'a.id',
      'a.ticketId',
      'a.number',
      'a.title',
      'a.kind',
      'a.receivedAt',
      'a.status',
      'a.identity',
      'a.citizenName',
      't.status as ticketStatus',
    ])
    .where('a.phone', '=', phone)
    .where(inScope(scope, 't'))
    .orderBy('a.receivedAt', 'desc')
    .orderBy('a.n', 'desc')
    .limit(limit)
    .execute();

export const appealById = (db: Db, id: string) => appealWhere(db, 'id', id);

/** Number and query code together: what a citizen holds. */
export const appealByNumber = (db: Db, number: string) => appealWhere(db, 'number', number);

async function appealWhere(db: Db, column: 'id' | 'number', value: string): Promise<Appeal | undefined> {
  const [row] = await rowsBy(db, 'appeal', column, value);
  return row && readClocks('appeal', row);
}

/** The citizen known under this number and name, made if new; several people may share one number. */
export async function citizenFor(
  tx: Tx,
  who: { id: string; centreId: string; phone: string | null; name: string | null; at: string },
): Promise<string | null> {
  if (who.phone === null) return null;
  // Of a number nobody named a name for, it is not guessed whose it was.
  const named = who.name === null ? '' : ' and "name" = ?';
  const [known] = await rowsOf<{ id: string }>(
    tx,
    `select "id" from "citizen" where ${sameAs('"centre_id"')} and ${sameAs('"phone"')}${named} order by "n" limit 1`,
    [who.centreId, who.phone, ...(who.name === null ? [] : [who.name])],
  );
  if (known) return known.id;
  await insertRow(tx, 'citizen', {
    id: who.id,
    centreId: who.centreId,
    phone: who.phone,
    name: who.name,
    createdAt: who.at,
  });
  return who.id;
}

/**
 * The next number of a day; the day's count restarts at 1, or behind what a history that was lost may have given of it
 * (db/src/backup/anew.ts). One count for all centres of the store: a citizen names the number alone.
 */
export async function nextNumber(tx: Tx, day: string): Promise<number> {
  const [row] = await rowsOf<{ next: number }>(
    tx,
    `insert into "numbering" ("centre_id", "day", "next")
      values ('*', ?, 1 + coalesce((select max("first_number") from "restoration" where "until_day" >= ?), 1))
      on conflict ("centre_id", "day") do update set "next" = "numbering"."next" + 1 returning "next"`,
    [day, day],
  );
  if (!row) throw new Error(`no number for ${day}`);
  return row.next - 1;
}
