import { type Due, dueAlarms, dueCallbacks, duePauses } from '@hotline/db/cases/alarms';
import { findCase } from '@hotline/db/cases/cases';
import type { Db } from '@hotline/db/store/open';
import { maxBackground } from '@hotline/db/writer';
import { system } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Dispatch } from '@hotline/shared/ticket/model/dispatch';
import { type VerbName, verbs } from '@hotline/shared/ticket/verbs/index';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { act } from '../tickets/act.ts';

const page = 200;

/**
 * Lets the clock act on everything due by now until nothing is left: pauses that ran out, thresholds of dispatches, callbacks
 * nobody made. By index in the order of what is due, past whatever refuses, so that nothing starves behind it. Correct
 * after downtime (each act holds from its own threshold), after the clock was set back or forward, and with several nodes:
 * each act is guarded again inside its own transaction. Returns how many acts there were.
 */
export async function sweep(hotline: Hotline): Promise<number> {
  let acts = 0;
  for (;;) {
    const before = acts;
    acts += await through(hotline, duePauses, (pauses) => endPauses(hotline, pauses));
    acts += await through(hotline, dueAlarms, (dispatches) => ring(hotline, dispatches));
    acts += await through(hotline, dueCallbacks, (tickets) => closeUncalled(hotline, tickets));
    if (acts === before) return acts;
  }
}

type Read<R> = (db: Db, now: Instant, after: Due | null, limit: number) => Promise<R[]>;

/** Every due row once, page by page; rows of one ticket one after the other, tickets side by side. */
async function through<R extends Due>(
  hotline: Hotline,
  read: Read<R>,
  handle: (rows: readonly R[]) => Promise<number>,
) {
  let acts = 0;
  for (let after: R | null = null; ; ) {
    const rows: R[] = await read(hotline.store.reader, hotline.now(), after, page);
    const byTicket = [...Map.groupBy(rows, (row) => row.ticketId).values()];
    for (let i = 0; i < byTicket.length; i += maxBackground) {
      const done = await Promise.all(byTicket.slice(i, i + maxBackground).map(handle));
      acts += done.reduce((sum, count) => sum + count, 0);
    }
    after = rows.at(-1) ?? null;
    if (rows.length < page) return acts;
  }
}

async function endPauses(hotline: Hotline, pauses: readonly (Due & { reason: string })[]): Promise<number> {
  let acts = 0;
  for (const [reason, rows] of Map.groupBy(pauses, (p) => p.reason)) {
    const verb = reason === 'shelving' ? 'endShelving' : 'endQuestion';
    if (await tryAct(hotline, rows[0]?.ticketId ?? '', verb, {}, rows[0]?.at ?? null)) acts++;
  }
  return acts;
}

const thresholds = {
  autoSign: (d: Dispatch) => d.signDueAt,
  yellowCard: (d: Dispatch) => d.yellowDueAt,
  redCard: (d: Dispatch) => d.dueAt,
};
type Threshold = keyof typeof thresholds;

/** Every threshold of these dispatches of one ticket that has passed, in the order in which they passed. */
async function ring(hotline: Hotline, dispatches: readonly (Due & { id: string })[]): Promise<number> {
  let acts = 0;
  for (const { ticketId, id } of dispatches) {
    let c = await findCase(hotline.store.reader, ticketId);
    const left = new Set(Object.keys(thresholds) as Threshold[]);
    for (let next = c && passed(hotline, c, id, left); c && next; next = c && passed(hotline, c, id, left)) {
      left.delete(next.verb);
      const after = await tryAct(hotline, ticketId, next.verb, { dispatchId: id }, next.at);
      if (after) acts++;
      c = after ?? (await findCase(hotline.store.reader, ticketId));
    }
  }
  return acts;
}

/** The first threshold that has passed and still waits to be said; the same guard decides again inside the transaction. */
function passed(hotline: Hotline, c: Case, dispatchId: string, left: ReadonlySet<Threshold>) {
  const dispatch = c.dispatches.find((d) => d.id === dispatchId);
  if (!dispatch) return undefined;
  const moment = hotline.catalog.moment(c.ticket.centreId, hotline.now(), system);
  return [...left]
    .filter((verb) => verbs[verb].ready?.(c, dispatch, moment) === undefined)
    .map((verb) => ({ verb, at: thresholds[verb](dispatch) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
}

const closeUncalled = async (hotline: Hotline, [ticket]: readonly Due[]): Promise<number> =>
  ticket && (await tryAct(hotline, ticket.ticketId, 'close', {}, ticket.at)) ? 1 : 0;

/** Null: the guard inside the transaction refused, for instance because somebody was quicker. */
async function tryAct(
  hotline: Hotline,
  ticketId: string,
  verb: VerbName,
  input: Record<string, unknown>,
  effectiveAt: Instant | null,
): Promise<Case | null> {
  const request = { actor: system, ticketId, verb, version: null, input };
  try {
    return (await act(hotline, effectiveAt ? { ...request, effectiveAt } : request)).case;
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable') return null;
    throw error;
  }
}
