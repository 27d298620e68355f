import type { KeptOriginal } from '@hotline/shared/ticket/originals';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsOf, run } from '../store/rows.ts';
import type { OriginalTextRow } from '../store/schema.ts';

/** Keeps texts as they came, in the transaction of the events they came with. */
export async function insertOriginals(tx: Tx, originals: readonly KeptOriginal[], ticketId: string): Promise<void> {
  for (const { isCut, ...one } of originals)
    await insertRow(tx, 'originalText', { ...one, ticketId, isCut: isCut ? 1 : 0 });
}

/** Those of a ticket's events, in the order they came. */
export const originalsOfTicket = (db: Db, ticketId: string): Promise<KeptOriginal[]> => kept(db, 'ticket_id', ticketId);

/** Those of an appeal as it was logged, whichever ticket it has gone to. */
export const originalsOfChild = (db: Db, childId: string): Promise<KeptOriginal[]> => kept(db, 'child_id', childId);

export const dropOriginals = (tx: Tx, ticketId: string) =>
  run(tx, 'delete from "original_text" where "ticket_id" = ?', [ticketId]);

async function kept(db: Db, column: 'ticket_id' | 'child_id', id: string): Promise<KeptOriginal[]> {
  const rows = await rowsOf<Pick<OriginalTextRow, 'eventSeq' | 'childId' | 'field' | 'text' | 'isCut'>>(
    db,
    `select o.event_seq as "eventSeq", o.child_id as "childId", o.field as "field", o.text as "text", o.is_cut as "isCut"
      from original_text o where o.${column} in (?) order by o.n`,
    [id],
  );
  return rows.map((row) => ({ ...row, eventSeq: Number(row.eventSeq), isCut: Number(row.isCut) === 1 }));
}
