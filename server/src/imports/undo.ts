import { lockCases } from '@hotline/db/cases/cases';
import { isActedOn, ticketsOfRun } from '@hotline/db/cases/imported';
import { takeBackCase } from '@hotline/db/cases/takeBack';
import type { Tx } from '@hotline/db/store/open';
import { maxBackground, type Outcome } from '@hotline/db/writer';
import { takenBack } from '@hotline/shared/figures/cells';
import { system } from '@hotline/shared/people/actor';
import type { Hotline } from '../app/hotline.ts';
import { eventOf } from '../tickets/record.ts';

const page = 96;

export type Undone = { undone: number; kept: number };

/**
 * Takes back the matters of a run, each in a command of its own behind people's: out of every list, search and figure, with
 * one event that says so; the log keeps both. A matter that a person or a citizen has acted on stays. Stopped, the same
 * call goes on.
 */
export async function undoRun(
  hotline: Hotline,
  runId: string,
  onProgress: (so: Undone) => boolean,
): Promise<Undone & { isWhole: boolean }> {
  const so: Undone = { undone: 0, kept: 0 };
  let after = 0;
  for (;;) {
    const rows = await ticketsOfRun(hotline.store.reader, runId, after, page);
    for (let i = 0; i < rows.length; i += maxBackground) {
      const done = await Promise.all(
        rows.slice(i, i + maxBackground).map((row) => (row.touched ? false : takeBack(hotline, row.ticketId))),
      );
      for (const isGone of done) so[isGone ? 'undone' : 'kept'] += 1;
      if (!onProgress(so)) return { ...so, isWhole: false };
    }
    after = rows.at(-1)?.n ?? after;
    if (rows.length < page) return { ...so, isWhole: true };
  }
}

async function takeBack(hotline: Hotline, ticketId: string): Promise<boolean> {
  const command = (tx: Tx) => inTransaction(tx, hotline, ticketId);
  return (await hotline.writer.write(command, { lane: ticketId, background: true })).result;
}

async function inTransaction(tx: Tx, hotline: Hotline, ticketId: string): Promise<Outcome<boolean>> {
  const nothing = { result: false, events: [], deltas: [] };
  const before = (await lockCases(tx, [ticketId])).get(ticketId);
  // Looked at again where nobody else can act: somebody may have been quicker.
  if (!before || (await isActedOn(tx, ticketId))) return nothing;
  const at = hotline.now();
  const { calendar } = hotline.catalog.moment(before.ticket.centreId, at, system);
  await takeBackCase(tx, before);
  const after = { ...before, ticket: { ...before.ticket, version: before.ticket.version + 1 } };
  const event = {
    ...eventOf({ verb: 'takeBack', actor: system, at, before, after, fields: [], childId: null, linkedTicketId: null }),
    // Nobody is concerned by it any more: it leaves every screen.
    audienceAfter: null,
  };
  return {
    result: true,
    events: [event],
    deltas: [takenBack(before, { at, utcOffsetMinutes: calendar.utcOffsetMinutes })],
  };
}
