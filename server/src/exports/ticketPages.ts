import { type ExportedTicket, exportedTickets, isAmong, lastTicket } from '@hotline/db/lists/exportReads';
import { isListed, type TicketFilter } from '@hotline/db/lists/lists';
import type { Db } from '@hotline/db/store/open';
import { csvLine } from '@hotline/shared/csv';
import type { Names } from '@hotline/shared/exports/names';
import { ticketColumns } from '@hotline/shared/exports/ticketColumns';
import type { Actor } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import { isOfCentre, maskedIdentity } from '@hotline/shared/ticket/view';
import { type Found, findTickets } from '../finding/find.ts';
import type { Lines } from './lines.ts';

/** `q`: only those that have these words, as a search finds them. */
export type TicketExport = { what: 'tickets'; viewer: Actor; filter: TicketFilter; q: string | null };

/** So many tickets are looked at in one read. */
const window = 500;
const pageSize = 200;

/** The tickets in the viewer's scope that his list lists, identity masked as it is everywhere. */
export async function* ticketPages(db: Db, job: TicketExport, names: Names): AsyncGenerator<Lines> {
  yield { text: csvLine(ticketColumns.map(([title]) => title)), rows: 0 };
  const { viewer } = job;
  for await (const found of job.q ? foundPages(db, job, job.q) : listedPages(db, job)) {
    const lines = found.map(({ ticket, appeals, dispatches }) => {
      const ofCentre = isOfCentre(viewer, ticket.centrePath);
      const shown = appeals.map((a) => ({ ...a, ...maskedIdentity(a, ofCentre) }));
      return csvLine(ticketColumns.map(([, cell]) => cell({ ticket, appeals: shown, dispatches }, names)));
    });
    yield { text: lines.join(''), rows: lines.length };
  }
}

async function* listedPages(db: Db, { viewer, filter }: TicketExport): AsyncGenerator<ExportedTicket[]> {
  const scope = scopeOf(viewer);
  const last = await lastTicket(db);
  for (let after = 0; after < last; after += window)
    yield exportedTickets(db, isListed(scope, filter), after, Math.min(after + window, last));
}

/** A search goes from the newest back; a file begins with the oldest. */
async function* foundPages(db: Db, { viewer, filter }: TicketExport, q: string): AsyncGenerator<ExportedTicket[]> {
  const keys: number[] = [];
  for (let before: number | null = null; ; before = keys.at(-1) ?? null) {
    const page: Found[] = await findTickets(db, viewer, q, filter, { before, limit: pageSize });
    keys.push(...page.map((t) => t.sortN));
    if (page.length < pageSize) break;
  }
  keys.reverse();
  for (let i = 0; i < keys.length; i += pageSize) {
    const some = keys.slice(i, i + pageSize);
    yield exportedTickets(db, isAmong(scopeOf(viewer), some), (some[0] ?? 1) - 1, some.at(-1) ?? 0);
  }
}
