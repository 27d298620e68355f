import type { Db } from '../store/open.ts';

/** A place in the order of what is due: the instant, then the row. */
export type Due = { ticketId: string; at: string; n: number };

/** Dispatches whose clock must act by `now`, earliest first: by index. */
export const dueAlarms = (db: Db, now: string, after: Due | null, limit: number): Promise<(Due & { id: string })[]> => {
  let query = db
    .selectFrom('dispatch')
    .select(['id', 'ticketId', 'nextAlarmAt as at', 'n'])
    .where('nextAlarmAt', 'is not', null)
    .where('nextAlarmAt', '<=', now);
  if (after) query = query.where((eb) => eb(eb.refTuple('nextAlarmAt', 'n'), '>', eb.tuple(after.at, after.n)));
  return query.orderBy('nextAlarmAt').orderBy('n').limit(limit).$castTo<Due & { id: string }>().execute();
};

/** Pauses that have run out, of tickets whose clocks still matter. */
export const duePauses = (
  db: Db,
  now: string,
  after: Due | null,
  limit: number,
): Promise<(Due & { reason: string })[]> => {
  let query = db
    .selectFrom('pause')
    .innerJoin('ticket', 'ticket.id', 'pause.ticketId')
    .select(['pause.ticketId', 'pause.reason', 'pause.untilAt as at', 'pause.n'])
    .where('pause.endedAt', 'is', null)
    .where('pause.untilAt', '<=', now)
    .where('ticket.status', 'not in', ['closed', 'awaitingCallback']);
  if (after) query = query.where((eb) => eb(eb.refTuple('pause.untilAt', 'pause.n'), '>', eb.tuple(after.at, after.n)));
  return query.orderBy('pause.untilAt').orderBy('pause.n').limit(limit).execute();
};

/** Tickets whose time for the callback has run out. */
export const dueCallbacks = (db: Db, now: string, after: Due | null, limit: number): Promise<Due[]> => {
  let query = db
    .selectFrom('ticket')
    .select(['id as ticketId', 'callbackDueAt as at', 'n'])
    .where('callbackDueAt', 'is not', null)
    // Nobody's case is closed by a provisional due.
    .where('dueProvisionalAt', 'is', null)
    .where('callbackDueAt', '<=', now);
  if (after) query = query.where((eb) => eb(eb.refTuple('callbackDueAt', 'n'), '>', eb.tuple(after.at, after.n)));
  return query.orderBy('callbackDueAt').orderBy('n').limit(limit).$castTo<Due>().execute();
};

/** Tickets with a provisional due, of a centre, the earliest first; after a place in that order. */
export const provisionalTickets = (db: Db, centrePath: string, after: Due | null, limit: number): Promise<Due[]> => {
  let query = db
    .selectFrom('ticket')
    .select(['id as ticketId', 'dueProvisionalAt as at', 'n'])
    .where('dueProvisionalAt', 'is not', null)
    .where('centrePath', '=', centrePath);
  if (after) query = query.where((eb) => eb(eb.refTuple('dueProvisionalAt', 'n'), '>', eb.tuple(after.at, after.n)));
  return query.orderBy('dueProvisionalAt').orderBy('n').limit(limit).$castTo<Due>().execute();
};
