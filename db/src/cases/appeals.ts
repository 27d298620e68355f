import type { Scope } from '@hotline/shared/people/scope';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import { readClocks } from '../store/clockColumns.ts';
import type { Db, Tx } from '../store/open.ts';
import { rowsBy, rowsOf } from '../store/rows.ts';
import { inScope } from '../store/scope.ts';
import { otherNumbers } from './citizens.ts';

/**
 * What was said from a telephone number, and from the other numbers of those known under it in this centre; newest first:
 * what an agent sees before the first word.
 */
export async function appealsByPhone(db: Db, scope: Scope, centreId: string, phone: string, limit: number) {
  const others = await otherNumbers(db, centreId, phone);
  return db
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
    .where((eb) =>
      others.length === 0
        ? eb('a.phone', '=', phone)
        : eb.or([
            eb('a.phone', '=', phone),
            eb.and([
              eb('a.phone', 'in', [...new Set(others.map((o) => o.phone))]),
              eb('a.citizenId', 'in', [...new Set(others.map((o) => o.citizenId))]),
              eb('a.identity', '=', 'named'),
            ]),
          ]),
    )
    .where(inScope(scope, 't'))
    .orderBy('a.receivedAt', 'desc')
    .orderBy('a.n', 'desc')
    .limit(limit)
    .execute();
}

export const appealById = (db: Db, id: string) => appealWhere(db, 'id', id);

/** Number and query code together: what a citizen holds. */
export const appealByNumber = (db: Db, number: string) => appealWhere(db, 'number', number);

async function appealWhere(db: Db, column: 'id' | 'number', value: string): Promise<Appeal | undefined> {
  const [row] = await rowsBy(db, 'appeal', column, value);
  return row && readClocks('appeal', row);
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
