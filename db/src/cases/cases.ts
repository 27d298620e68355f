import { Refusal } from '@hotline/shared/refusal';
import { type Case, inOrder, type Part, parts } from '@hotline/shared/ticket/model/case';
import type { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { Insertable } from 'kysely';
import { clockTexts, readClocks, type WithClockText } from '../store/clockColumns.ts';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsBy, rowsOf, updateRow } from '../store/rows.ts';
import type { Schema } from '../store/schema.ts';

/** Each list of a case and the table whose rows are its members. */
export const tables = {
  appeals: 'appeal',
  dispatches: 'dispatch',
  requests: 'request',
  replies: 'reply',
  callbacks: 'callback',
  urges: 'urge',
  cards: 'card',
  orders: 'supervisionOrder',
  pauses: 'pause',
  notes: 'note',
  citations: 'citation',
} as const satisfies { [P in Part]: TableOf<P> };
type TableOf<P extends Part> = {
  [T in keyof Schema]: WithClockText<Case[P][number]> extends Insertable<Schema[T]> ? T : never;
}[keyof Schema];

/** The whole case; null when there is none. Whether the viewer may see it is asked of its audience by the caller. */
export async function findCase(db: Db, ticketId: string): Promise<Case | null> {
  const [ticket] = await rowsBy(db, 'ticket', 'id', ticketId);
  return ticket ? withLists(db, readClocks('ticket', ticket)) : null;
}

/**
 * The cases, to be changed in this transaction: nobody else changes them before it ends. Locked in the order of their
 * ids, so that two commands about the same two tickets never wait for each other.
 */
export async function lockCases(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Case>> {
  const cases = new Map<string, Case>();
  for (const id of ticketIds.toSorted()) {
    const [ticket] = await rowsBy(tx, 'ticket', 'id', id, 'locked');
    if (ticket) cases.set(id, await withLists(tx, readClocks('ticket', ticket)));
  }
  return cases;
}

async function withLists(db: Db, ticket: Ticket): Promise<Case> {
  const lists: Partial<Record<Part, unknown[]>> = {};
  const has = await rareParts(db, ticket.id);
  for (const part of parts) {
    const table = tables[part];
    const rows = isRare(part) && !has(part) ? [] : await rowsBy(db, table, 'ticketId', ticket.id);
    lists[part] = rows.map((row) => readClocks(table, row));
  }
  return inOrder({ ticket, ...lists } as unknown as Case);
}

/** Most cases have none of these: one statement asks after all of them. */
const rare = [
  'requests',
  'urges',
  'cards',
  'orders',
  'pauses',
  'notes',
  'citations',
] as const satisfies readonly Part[];
const isRare = (part: Part): part is (typeof rare)[number] => rare.includes(part as (typeof rare)[number]);
const whichRare = `select ${rare
  .map((part, i) => {
    const table = tables[part].replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return `case when exists (select 1 from "${table}" x where x.ticket_id = ?) then ${2 ** i} else 0 end`;
  })
  .join(' + ')} as "found"`;

async function rareParts(db: Db, ticketId: string): Promise<(part: (typeof rare)[number]) => boolean> {
  const [row] = await rowsOf<{ found: number }>(db, whichRare, Array(rare.length).fill(ticketId));
  const found = Number(row?.found ?? 0);
  return (part) => (found & (2 ** rare.indexOf(part))) !== 0;
}

/** A case as it was (null: it is new) and as it is to be. */
export type Change = { readonly before: Case | null; readonly after: Case };

/**
 * Writes the difference between what the tickets were and what they are: new ids are inserted, changed references
 * updated, nothing is deleted. A row that went from one of them to another is the same row.
 */
export async function saveCases(tx: Tx, changed: readonly Change[]): Promise<void> {
  for (const { before, after } of changed) {
    if (before === null) await insertRow(tx, 'ticket', clockTexts(after.ticket));
    else await updateTicket(tx, before, after);
  }
  for (const part of parts) await savePart(tx, part, changed);
}

async function savePart<P extends Part>(tx: Tx, part: P, changed: readonly Change[]): Promise<void> {
  type Row = Case[P][number];
  const rowsOf = (c: Case | null): readonly Row[] => c?.[part] ?? [];
  const old = new Map(changed.flatMap(({ before }) => rowsOf(before)).map((row) => [row.id, row]));
  for (const row of changed.flatMap(({ after }) => rowsOf(after))) {
    const was = old.get(row.id);
    // That a part's rows are those of its table is checked where `tables` is declared; here the part is any.
    if (!was) await insertRow(tx, tables[part], clockTexts(row) as never);
    else if (was !== row) await updateRow(tx, tables[part], row.id, clockTexts(changes(was, row)) as never);
  }
}

async function updateTicket(tx: Tx, before: Case, after: Case): Promise<void> {
  const guard = { column: 'version' as const, value: before.ticket.version };
  const written = await updateRow(
    tx,
    'ticket',
    after.ticket.id,
    clockTexts(changes(before.ticket, after.ticket)),
    guard,
  );
  if (written === 0) throw new Refusal('stale', '该工单已被他人更新，请查看最新内容后重试。您填写的内容已保留。');
}

/** The properties in which a row differs from what it was. */
const changes = <R extends object>(was: R, row: R) =>
  Object.fromEntries(Object.entries(row).filter(([key, value]) => was[key as keyof R] !== value)) as Partial<R>;
