import { saveCases } from '@hotline/db/cases/cases';
import type { NewEvent } from '@hotline/db/cases/events';
import type { Tx } from '@hotline/db/store/open';
import { type Change, changeOf } from '@hotline/shared/figures/cells';
import type { Actor } from '@hotline/shared/people/actor';
import { audienceOf } from '@hotline/shared/people/scope';
import type { Original } from '@hotline/shared/text/original';
import type { Taken } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { OriginName } from '@hotline/shared/ticket/origins';
import type { Moment } from '@hotline/shared/ticket/verb';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { Instant } from '@hotline/shared/time/instant';

/** What a decision made of one ticket; `before` is null where it made the ticket. */
export type Decided = Pick<Taken, 'fields' | 'childId'> & {
  readonly before: Case | null;
  readonly after: Case;
  /** The other ticket of a merge or a split, or the one a new ticket came of. */
  readonly linkedTicketId: string | null;
};

/** Who did what, and when. `effectiveAt`: a threshold, or the original time of what was imported. */
export type Done = {
  readonly verb: VerbName | OriginName;
  readonly actor: Actor;
  readonly at: Instant;
  readonly effectiveAt?: Instant;
  /** Texts of it as they came, where cleaning changed what they say. */
  readonly originals?: readonly Original[];
};

/**
 * Writes what was decided, of one ticket or of two; each has one event, the first the texts as they came. The only way a
 * case, new or changed, gets into the store.
 */
export async function record(
  tx: Tx,
  decided: readonly Decided[],
  done: Done,
  m: Moment,
): Promise<{ events: NewEvent[]; deltas: Change[] }> {
  await saveCases(tx, decided);
  return {
    events: decided.map((one, i) => ({
      ...eventOf({ ...done, ...one }),
      originals: (i === 0 && done.originals) || [],
    })),
    deltas: decided.flatMap(({ before, after }) => deltasOf(before, after, m)),
  };
}

/** The one event of a change: names of what changed, who was concerned before and after, nothing personal. */
export const eventOf = (h: Done & Decided): NewEvent => ({
  ticketId: h.after.ticket.id,
  version: h.after.ticket.version,
  verb: h.verb,
  actorType: h.actor.type,
  actorId: h.actor.id,
  at: h.at,
  effectiveAt: h.effectiveAt ?? h.at,
  fields: h.fields,
  audienceBefore: h.before ? audienceOf(h.before) : null,
  audienceAfter: audienceOf(h.after),
  childId: h.childId,
  linkedTicketId: h.linkedTicketId,
});

/** What the change does to the figures: their counters, and what of the past it makes untellable. */
function deltasOf(before: Case | null, after: Case, m: Moment): Change[] {
  const change = changeOf(before, after, { at: m.at, utcOffsetMinutes: m.calendar.utcOffsetMinutes });
  return change.cells.length === 0 && change.past.length === 0 ? [] : [change];
}
