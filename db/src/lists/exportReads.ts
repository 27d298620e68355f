import type { Scope } from '@hotline/shared/people/scope';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { Db } from '../store/open.ts';
import { type Clause, marks, named, rowsOf } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';
import { dispatchesOf, type ListedDispatch } from './lists.ts';

const ticketColumns = [
  'id',
  'number',
  'centrePath',
  'title',
  'kind',
  'service',
  'channel',
  'categoryId',
  'regionCode',
  'urgency',
  'status',
  'outcome',
  'round',
  'receivedAt',
  'promisedDueAt',
  'dueProvisionalAt',
  'firstDispatchedAt',
  'repliedAt',
  'closedAt',
  'urgeCount',
  'card',
] as const satisfies (keyof Ticket)[];
const appealColumns = [
  'ticketId',
  'number',
  'identity',
  'citizenName',
  'phone',
  'phoneRaw',
  'content',
  'address',
  'answer',
  'lateEnteredAt',
] as const satisfies (keyof Appeal)[];
const shown = named('t', ticketColumns);
const told = named('a', appealColumns);
type ExportedAppeal = Pick<Appeal, (typeof appealColumns)[number]>;

export type ExportedTicket = {
  ticket: Pick<Ticket, (typeof ticketColumns)[number]>;
  appeals: readonly ExportedAppeal[];
  dispatches: readonly ListedDispatch[];
};

/** The store's key of the newest ticket: an export ends there, whatever is logged meanwhile. */
export async function lastTicket(db: Db): Promise<number> {
  const [row] = await rowsOf<{ n: number | null }>(db, 'select max("n") as "n" from "ticket"', []);
  return Number(row?.n ?? 0);
}

/** Tickets found before, as far as they are still in sight. */
export function isAmong(scope: Scope, keys: readonly number[]): Clause {
  const seen = scopeClause(scope, 't');
  return { text: `t.n in (${marks(keys.length)}) and ${seen.text}`, values: [...keys, ...seen.values] };
}

/**
 * The tickets that fit (those a list lists: `isListed`), in the order in which they were logged: those with keys after `after` up to `upTo`. A window
 * of keys instead of a number of rows, so that no read is long however few tickets match.
 */
export async function exportedTickets(
  db: Db,
  { text, values }: Clause,
  after: number,
  upTo: number,
): Promise<ExportedTicket[]> {
  const where = `t.n > ? and t.n <= ? and ${text} order by t.n`;
  const tickets = await rowsOf<ExportedTicket['ticket']>(db, `select ${shown} from ticket t where ${where}`, [
    after,
    upTo,
    ...values,
  ]);
  if (tickets.length === 0) return [];
  const ids = filled(tickets.map((t) => t.id));
  const dispatches = Map.groupBy(await dispatchesOf(db, ids), (d) => d.ticketId);
  const appeals = Map.groupBy(
    await rowsOf<ExportedAppeal>(
      db,
      `select ${told} from appeal a where a.ticket_id in (${marks(ids.length)}) order by a.n`,
      ids,
    ),
    (a) => a.ticketId,
  );
  return tickets.map((ticket) => ({
    ticket,
    appeals: appeals.get(ticket.id) ?? [],
    dispatches: dispatches.get(ticket.id) ?? [],
  }));
}

/** Up to a round number, by repeating the last: a statement for each number of rows would be prepared anew. */
function filled(ids: readonly string[]): string[] {
  const last = ids.at(-1) ?? '';
  return [...ids, ...Array<string>(Math.ceil(ids.length / 100) * 100 - ids.length).fill(last)];
}
