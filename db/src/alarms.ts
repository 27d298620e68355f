import type { Db } from './open.ts';

/** Turns whose clock must act by `now`, earliest first: by index, until empty. */
export const dueAlarms = (db: Db, now: string, limit: number) =>
  db
    .selectFrom('dispatch')
    .select(['id', 'ticketId', 'nextAlarmAt'])
    .where('nextAlarmAt', 'is not', null)
    .where('nextAlarmAt', '<=', now)
    .orderBy('nextAlarmAt')
    .orderBy('n')
    .limit(limit)
    .execute();

/** Tickets whose time for the callback has run out. */
export const dueCallbacks = (db: Db, now: string, limit: number) =>
  db
    .selectFrom('ticket')
    .select(['id as ticketId', 'callbackDueAt'])
    .where('callbackDueAt', 'is not', null)
    .where('callbackDueAt', '<=', now)
    .orderBy('callbackDueAt')
    .limit(limit)
    .execute();

/** The next instant anything is due, so that a timer can sleep until then. */
export const nextAlarmAt = async (db: Db): Promise<string | null> => {
  const alarm = await db
    .selectFrom('dispatch')
    .select('nextAlarmAt')
    .where('nextAlarmAt', 'is not', null)
    .orderBy('nextAlarmAt')
    .limit(1)
    .executeTakeFirst();
  return alarm?.nextAlarmAt ?? null;
};
