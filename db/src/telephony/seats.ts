import type { Seat } from '@hotline/shared/telephony/seat';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsOf, run } from '../store/rows.ts';
import { below } from '../store/scope.ts';

const columns = '"person_id" as "personId", "extension", "state", "since", "call_id" as "callId"';

export async function seatOf(db: Db, personId: string): Promise<Seat | null> {
  const [seat] = await rowsOf<Seat>(db, `select ${columns} from "seat" where "person_id" = ?`, [personId]);
  return seat ?? null;
}

/** One telephone rings at one seat: whoever sits down at it takes it over. */
export async function saveSeat(tx: Tx, seat: Seat): Promise<void> {
  if (seat.extension !== null)
    await run(tx, 'update "seat" set "extension" = null where "extension" = ? and "person_id" <> ?', [
      seat.extension,
      seat.personId,
    ]);
  await run(tx, 'delete from "seat" where "person_id" = ?', [seat.personId]);
  await insertRow(tx, 'seat', seat);
}

/** Who is meant by what a telephone system calls an agent: a user name, or the telephone he sits at. Of this centre only. */
export async function agentCalled(db: Db, centrePath: string, name: string): Promise<string | null> {
  const [row] = await rowsOf<{ id: string }>(
    db,
    `select p."id" from "person" p left join "seat" s on s."person_id" = p."id"
      where (s."extension" = ? or p."username" = ?) and p."disabled_at" is null
        and exists (select 1 from "role_grant" g where g."person_id" = p."id"
          and ((g."path" >= ? and g."path" < ?) or g."path" = substr(?, 1, length(g."path"))))
      order by case when s."extension" = ? then 0 else 1 end limit 1`,
    [name, name, centrePath, below(centrePath), centrePath, name],
  );
  return row?.id ?? null;
}

export type SeatRow = Seat & { name: string };

/** The seats of people who work at or below one of these paths. */
export async function seatsBelow(db: Db, paths: readonly string[]): Promise<SeatRow[]> {
  if (paths.length === 0) return [];
  const within = paths.map(() => '(g."path" >= ? and g."path" < ?)').join(' or ');
  return rowsOf<SeatRow>(
    db,
    `select s."person_id" as "personId", s."extension", s."state", s."since", s."call_id" as "callId", p."name"
      from "seat" s join "person" p on p."id" = s."person_id"
      where p."disabled_at" is null and exists
        (select 1 from "role_grant" g where g."person_id" = p."id" and (${within})) order by s."since"`,
    paths.flatMap((path) => [path, below(path)]),
  );
}
