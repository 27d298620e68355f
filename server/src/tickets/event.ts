import type { NewEvent } from '@hotline/db/cases/events';
import { type Change, changeOf } from '@hotline/shared/figures/cells';
import type { Actor } from '@hotline/shared/people/actor';
import { audienceOf } from '@hotline/shared/people/scope';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Moment } from '@hotline/shared/ticket/verb';
import type { Instant } from '@hotline/shared/time/instant';

export type Happened = {
  before: Case | null;
  after: Case;
  verb: string;
  actor: Actor;
  at: Instant;
  effectiveAt?: Instant;
  /** The other ticket of a merge or a split, or the one a new ticket came of. */
  linkedTicketId?: string | null;
  fields: readonly string[];
  childId: string | null;
};

/** The one event of a change: names of what changed, who was concerned before and after, nothing personal. */
export const eventOf = (h: Happened): NewEvent => ({
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
  linkedTicketId: h.linkedTicketId ?? null,
});

/** What the change does to the figures: their counters, and what of the past it makes untellable. */
export function deltasOf(before: Case | null, after: Case, m: Moment): Change[] {
  const change = changeOf(before, after, { at: m.at, utcOffsetMinutes: m.calendar.utcOffsetMinutes });
  return change.cells.length === 0 && change.past.length === 0 ? [] : [change];
}
