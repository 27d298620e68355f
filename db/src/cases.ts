import { Refusal } from '@hotline/shared/refusal';
import { type Case, type Part, parts } from '@hotline/shared/ticket/case';
import type { Db, Tx } from './open.ts';
import { insertRow, rowsBy, updateRow } from './rows.ts';
import type { Schema } from './schema.ts';

const tables: Record<Part, keyof Schema> = {
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
};

/** The whole case; null when there is none. Whether the viewer may see it is asked of its audience by the caller. */
export async function findCase(db: Db, ticketId: string): Promise<Case | null> {
  const [ticket] = await rowsBy(db, 'ticket', 'id', ticketId);
  if (!ticket) return null;
  const lists: Partial<Record<Part, unknown[]>> = {};
  for (const part of parts) lists[part] = await rowsBy(db, tables[part], 'ticketId', ticketId);
  return { ticket, ...lists } as unknown as Case;
}

/** Writes a case nobody has seen yet. */
export async function insertCase(tx: Tx, c: Case): Promise<void> {
  await insertRow(tx, 'ticket', c.ticket);
  for (const part of parts) for (const row of c[part]) await insertRow(tx, tables[part], row);
}

/** Writes the difference: new ids are inserted, changed references updated, nothing is deleted. */
export async function saveCase(tx: Tx, before: Case, after: Case): Promise<void> {
  const guard = { column: 'version', value: before.ticket.version };
  const written = await updateRow(tx, 'ticket', after.ticket.id, changes(before.ticket, after.ticket), guard);
  if (written === 0) throw new Refusal('stale', '该工单已被他人更新，请查看最新内容后重试。您填写的内容已保留。');
  for (const part of parts) {
    const old = new Map<string, Record<string, unknown>>(before[part].map((row) => [row.id, row]));
    for (const row of after[part]) {
      const was = old.get(row.id);
      if (!was) await insertRow(tx, tables[part], row);
      else if (was !== row) await updateRow(tx, tables[part], row.id, changes(was, row));
    }
  }
}

const changes = (was: Record<string, unknown>, row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([key, value]) => was[key] !== value));
