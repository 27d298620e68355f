import { exportedTickets, lastTicket } from '@hotline/db/exportReads';
import type { TicketFilter } from '@hotline/db/lists';
import type { Db } from '@hotline/db/open';
import { isOfCentre, maskedIdentity } from '@hotline/shared/appeal/view';
import { csvLine } from '@hotline/shared/csv';
import type { Names } from '@hotline/shared/exports/names';
import { ticketColumns } from '@hotline/shared/exports/ticketColumns';
import type { Actor } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import type { Lines } from './writeExport.ts';

export type TicketExport = { what: 'tickets'; viewer: Actor; filter: TicketFilter };

/** So many tickets are looked at in one read. */
const window = 500;

/** The tickets in the viewer's scope that his list lists, identity masked as it is everywhere. */
export async function* ticketPages(db: Db, { viewer, filter }: TicketExport, names: Names): AsyncGenerator<Lines> {
  yield { text: csvLine(ticketColumns.map(([title]) => title)), rows: 0 };
  const scope = scopeOf(viewer);
  const last = await lastTicket(db);
  for (let after = 0; after < last; after += window) {
    const found = await exportedTickets(db, scope, filter, after, Math.min(after + window, last));
    const lines = found.map(({ ticket, appeals, turns }) => {
      const ofCentre = isOfCentre(viewer, ticket.centrePath);
      const shown = appeals.map((a) => ({ ...a, ...maskedIdentity(a, ofCentre) }));
      return csvLine(ticketColumns.map(([, cell]) => cell({ ticket, appeals: shown, turns }, names)));
    });
    yield { text: lines.join(''), rows: lines.length };
  }
}
