import type { Audience } from '@hotline/shared/people/scope';
import type { Original } from '@hotline/shared/text/original';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, isSqlite, rowsOf } from '../store/rows.ts';
import { type EventRow, parseAudience } from '../store/schema.ts';
import { insertOriginals } from './originals.ts';

/** An event before it has its place in the log. */
export type NewEvent = Omit<EventRow, 'seq' | 'fields' | 'audienceBefore' | 'audienceAfter'> & {
  fields: readonly string[];
  audienceBefore: Audience | null;
  audienceAfter: Audience | null;
  /** Texts that came with it, as they came: kept beside it, no part of what followers are told. */
  originals?: readonly Original[];
};

/** What followers of the log need of a committed event. */
export type LoggedEvent = {
  seq: number;
  ticketId: string;
  version: number;
  audienceBefore: Audience | null;
  audienceAfter: Audience | null;
};

/**
 * Takes the next numbers and writes the events, with the texts that came with them: the last statements of a transaction,
 * so `seq` order is commit order.
 */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<number> {
  const rows = await rowsOf<{ seq: number }>(tx, 'update "head" set "seq" = "seq" + ? where "id" = 1 returning "seq"', [
    events.length,
  ]);
  const last = Number(rows[0]?.seq);
  const first = last - events.length + 1;
  const list = events.map(({ originals: _, ...e }, i) => ({
    seq: first + i,
    ...e,
    fields: JSON.stringify(e.fields),
    audienceBefore: e.audienceBefore && JSON.stringify(e.audienceBefore),
    audienceAfter: e.audienceAfter && JSON.stringify(e.audienceAfter),
  }));
  if (isSqlite(tx)) for (const row of list) await insertRow(tx, 'event', row);
  else await tx.insertInto('event').values(list).execute();
  for (const [i, { originals = [], childId, ticketId }] of events.entries())
    await insertOriginals(
      tx,
      originals.map((one) => ({ ...one, eventSeq: first + i, childId })),
      ticketId,
    );
  return first;
}

/** Committed events after `seq`, oldest first. */
export async function eventsAfter(db: Db, seq: number, limit: number): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'ticketId', 'version', 'audienceBefore', 'audienceAfter'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    ...r,
    audienceBefore: parseAudience(r.audienceBefore),
    audienceAfter: parseAudience(r.audienceAfter),
  }));
}

/** Who is concerned by a ticket as it stands; null when there is none. */
export async function audienceNow(db: Db, ticketId: string): Promise<Audience | null> {
  const last = await db
    .selectFrom('event')
    .select('audienceAfter')
    .where('ticketId', '=', ticketId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return parseAudience(last?.audienceAfter ?? null);
}

export type Head = { seq: number; epoch: string };

/** The newest number and the epoch; read in the same transaction as the data it dates. */
export async function readHead(db: Db): Promise<Head> {
  const [head] = await rowsOf<Head>(db, 'select "seq", "epoch" from "head" where "id" = ?', [1]);
  if (!head) throw new Error('the log has no head: run the migrations first');
  return head;
}

/** The timeline of one ticket, oldest first. */
export const eventsOf = (db: Db, ticketId: string) =>
  db
    .selectFrom('event')
    .leftJoin('person', 'person.id', 'event.actorId')
    .select([
      'event.seq',
      'event.version',
      'event.verb',
      'event.actorType',
      'event.actorId',
      'event.at',
      'event.effectiveAt',
      'event.fields',
      'event.childId',
      'event.linkedTicketId',
      'person.name as actorName',
    ])
    .where('event.ticketId', '=', ticketId)
    .orderBy('event.seq')
    .execute();
