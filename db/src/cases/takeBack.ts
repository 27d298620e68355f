import { type Case, parts } from '@hotline/shared/ticket/model/case';
import type { Tx } from '../store/open.ts';
import { isSqlite, marks, run, snake } from '../store/rows.ts';
import { tables } from './cases.ts';
import { dropOriginals } from './originals.ts';

/**
 * Takes an imported case out of every table that lists, finds or counts, with its texts as they came; its events stay. The
 * one deletion of a case there is: it was brought in by mistake, and nobody but the clock has acted on it.
 */
export async function takeBackCase(tx: Tx, c: Case): Promise<void> {
  const { id } = c.ticket;
  const appeals = c.appeals.map((a) => a.id);
  for (const part of parts) await run(tx, `delete from "${snake(tables[part])}" where "ticket_id" = ?`, [id]);
  if (isSqlite(tx))
    await run(tx, 'delete from "search" where rowid in (select "n" from "ticket" where "id" = ?)', [id]);
  await run(tx, 'delete from "search_doc" where "n" in (select "n" from "ticket" where "id" = ?)', [id]);
  for (const table of ['near_band', 'mention'])
    await run(tx, `delete from "${table}" where "appeal_id" in (${marks(appeals.length)})`, appeals);
  await run(tx, 'delete from "routed" where "ticket_id" = ?', [id]);
  const members = {
    past_ticket: [id],
    past_appeal: appeals,
    past_dispatch: ids(c.dispatches),
    past_callback: ids(c.callbacks),
  };
  for (const [table, of] of Object.entries(members))
    if (of.length > 0) await run(tx, `delete from "${table}" where "id" in (${marks(of.length)})`, of);
  await dropOriginals(tx, id);
  await run(tx, 'delete from "imported" where "id" = ?', [id]);
  await run(tx, 'delete from "ticket" where "id" = ?', [id]);
  for (const { citizenId } of c.appeals) if (citizenId !== null) await forgetCitizen(tx, citizenId);
}

/** A citizen of whom nothing else is known goes too. */
async function forgetCitizen(tx: Tx, id: string): Promise<void> {
  const isUnknown = 'not exists (select 1 from appeal a where a.citizen_id = ?)';
  await run(tx, `delete from "citizen_number" where "citizen_id" = ? and ${isUnknown}`, [id, id]);
  await run(tx, `delete from "citizen" where "id" = ? and ${isUnknown}`, [id, id]);
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
