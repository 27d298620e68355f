import { eventsOf } from '@hotline/db/cases/events';
import type { Db } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import { type VerbName, verbs } from '@hotline/shared/ticket/verbs/index';

type Asked = { verb: VerbName; version: number | null; input: Record<string, unknown> };
/** Which ticket is no longer what it was, and which version of it was seen. */
type Stale = { readonly ticketId?: string; readonly seen?: number | null };

/** The loser of two is told who did what since the version he saw: to a ticket, or to the dispatch his verb is about. */
export async function explainStale(db: Db, calledOn: string, asked: Asked, error: unknown): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'stale') throw error;
  const { ticketId = calledOn, seen = asked.version } = (error.details ?? {}) as Stale;
  const events = await eventsOf(db, ticketId);
  const dispatchId =
    ticketId === calledOn && verbs[asked.verb].about === 'dispatch' ? asked.input['dispatchId'] : undefined;
  // A dispatch is sent at version 1, and each decision about it or upon it is one more.
  const since =
    typeof dispatchId === 'string'
      ? events.filter((e) => isDecision(e.verb) && concerns(e, dispatchId)).slice(Math.max(0, (seen ?? 1) - 1))
      : events.filter((e) => e.version > (seen ?? 0));
  const changes = since.slice(-10).map((e) => ({
    verb: e.verb,
    by: e.actorType === 'person' ? e.actorName : null,
    at: e.at,
    fields: JSON.parse(e.fields) as string[],
  }));
  throw new Refusal('stale', error.message, { ...(error.details as object), changes });
}

const isDecision = (verb: string) => Object.hasOwn(verbs, verb) && verbs[verb as VerbName].additive !== true;

const concerns = (e: { childId: string | null; fields: string }, dispatchId: string) =>
  e.childId === dispatchId || e.fields.includes(`"${dispatchId}.`);
