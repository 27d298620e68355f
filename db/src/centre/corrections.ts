import type { Db, Tx } from '../store/open.ts';
import { insertRow } from '../store/rows.ts';
import type { CorrectionRow } from '../store/versionRows.ts';

const columns = [
  'id',
  'centreId',
  'calendarVersion',
  'askedBy',
  'askedAt',
  'afterReceivedAt',
  'afterN',
  'examined',
  'changed',
  'finishedAt',
  'outcome',
] as const;

export const insertCorrection = (tx: Tx, row: CorrectionRow) => insertRow(tx, 'calendarCorrection', row);

/** The newest of a centre, with the name of who asked. */
export const latestCorrection = (db: Db, centreId: string) =>
  db
    .selectFrom('calendarCorrection as c')
    .leftJoin('person', 'person.id', 'c.askedBy')
    .select(columns.map((column) => `c.${column}` as const))
    .select('person.name as askedByName')
    .where('c.centreId', '=', centreId)
    .orderBy('c.n', 'desc')
    .limit(1)
    .executeTakeFirst();

export const openCorrections = (db: Db): Promise<CorrectionRow[]> =>
  db.selectFrom('calendarCorrection').select(columns).where('finishedAt', 'is', null).orderBy('n').execute();

export const saveCorrection = (tx: Tx, id: string, changes: Partial<CorrectionRow>) =>
  tx.updateTable('calendarCorrection').set(changes).where('id', '=', id).execute();

export type OpenTicket = { id: string; n: number; receivedAt: string };

/** Open tickets of a centre after a place in the order of their reception, which never changes: by index, to the last. */
export async function openTicketsAfter(
  db: Db,
  centrePath: string,
  after: { receivedAt: string; n: number } | null,
  limit: number,
): Promise<OpenTicket[]> {
  let query = db
    .selectFrom('ticket')
    .select(['id', 'n', 'receivedAt'])
    .where('status', '<>', 'closed')
    .where('centrePath', '=', centrePath);
  if (after) query = query.where((eb) => eb(eb.refTuple('receivedAt', 'n'), '>', eb.tuple(after.receivedAt, after.n)));
  return query.orderBy('receivedAt').orderBy('n').limit(limit).execute();
}

export async function countOpenTickets(db: Db, centrePath: string): Promise<number> {
  const row = await db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '<>', 'closed')
    .where('centrePath', '=', centrePath)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
