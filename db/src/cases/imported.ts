import type { Db, Tx } from '../store/open.ts';
import { rowsOf } from '../store/rows.ts';
import type { ImportRow } from '../store/schema.ts';

/**
 * Takes the outside number for this ticket; false when the centre has it already. Two imports at once cannot both win.
 */
export async function claimImport(tx: Tx, row: ImportRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('imported')
    .values(row)
    .onConflict((oc) => oc.columns(['centreId', 'externalNumber']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Of which run the number is; undefined: of none. */
export async function importOf(
  db: Db,
  centreId: string,
  externalNumber: string,
): Promise<{ runId: string | null } | undefined> {
  return db
    .selectFrom('imported')
    .select('runId')
    .where('centreId', '=', centreId)
    .where('externalNumber', '=', externalNumber)
    .executeTakeFirst();
}

/** Somebody other than the clock has acted on it. */
export const isActedOn = async (db: Db, ticketId: string): Promise<boolean> =>
  (await db
    .selectFrom('event')
    .select('seq')
    .where('ticketId', '=', ticketId)
    .where('actorType', '<>', 'system')
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Some tickets of a run after `n`, in the order they came, with who acted on each since: only the clock, or somebody. */
export const ticketsOfRun = (db: Db, runId: string, after: number, limit: number) =>
  rowsOf<{ n: number; ticketId: string; touched: number }>(
    db,
    `select i.n as "n", i.ticket_id as "ticketId", case when exists
        (select 1 from event e where e.ticket_id = i.ticket_id and e.actor_type <> 'system') then 1 else 0 end as "touched"
      from imported i where i.run_id = ? and i.n > ? order by i.n limit ${Math.trunc(limit)}`,
    [runId, after],
  );
