import { eventsOf } from '@hotline/db/events';
import type { Db } from '@hotline/db/open';
import { Refusal } from '@hotline/shared/refusal';
import { type VerbName, verbs } from '@hotline/shared/ticket/actions/index';

type Seen = { version: number | null; input: Record<string, unknown> };

/** The loser of two is told who did what since the version he saw: to the ticket, or to the turn his verb is about. */
export async function explainStale(db: Db, ticketId: string, { version, input }: Seen, error: unknown): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'stale') throw error;
  const events = await eventsOf(db, ticketId);
  const turnId = input['dispatchId'];
  // A turn is sent at version 1, and each decision about it or upon it is one more.
  const since =
    typeof turnId === 'string'
      ? events.filter((e) => isDecision(e.verb) && concerns(e, turnId)).slice(Math.max(0, (version ?? 1) - 1))
      : events.filter((e) => e.version > (version ?? 0));
  const changes = since.slice(-10).map((e) => ({
    verb: e.verb,
    by: e.actorType === 'person' ? e.actorName : null,
    at: e.at,
    fields: JSON.parse(e.fields) as string[],
  }));
  throw new Refusal('stale', error.message, { ...(error.details as object), changes });
}

const isDecision = (verb: string) => verb in verbs && verbs[verb as VerbName].additive !== true;

const concerns = (e: { childId: string | null; fields: string }, turnId: string) =>
  e.childId === turnId || e.fields.includes(`"${turnId}.`);
