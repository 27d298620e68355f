import type { Db } from '../store/open.ts';

/** What the deadline rules look at in a ticket, and its present lead; nothing of what it says. */
export async function ticketByNumber(db: Db, number: string) {
  const ticket = await db
    .selectFrom('ticket')
    .select(['id', 'centrePath', 'kind', 'service', 'urgency', 'channel', 'categoryId', 'receivedAt', 'round'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (!ticket) return null;
  const { id, round, ...subject } = ticket;
  const lead = await db
    .selectFrom('dispatch')
    .select('departmentId')
    .where('ticketId', '=', id)
    .where('role', '=', 'lead')
    .where('parentId', 'is', null)
    .where('round', '=', round)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ...subject, departmentId: lead?.departmentId ?? null };
}
