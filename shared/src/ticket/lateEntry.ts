import type * as Type from 'typebox';
import { holds } from '../people/actor.ts';
import { lateEntryLoggers } from '../people/roles.ts';
import { Refusal } from '../refusal.ts';
import { Instant, object } from '../schema.ts';
import { addMs, normaliseInstant } from '../time/instant.ts';
import { dayMs } from '../time/localDate.ts';
import { LateEntryReason } from './model/appeal.ts';
import type { Moment } from './verb.ts';
import { refuse, type Why } from './why.ts';

/** 补录: an appeal that was received while it could not be logged, as after an outage. */
export const LateEntry = object({
  /** When the citizen said it. */
  receivedAt: Instant,
  /** Why it was not logged then. */
  reason: LateEntryReason,
});
export type LateEntry = Type.Static<typeof LateEntry>;

/** How far back, in natural days. What is older comes by import, where it does not set off clocks that ended long ago. */
export const lateEntryDays = 30;

/** Why nothing that was received at `receivedAt` can be entered late `now`; null: it can. Forms say it before the server does. */
export function lateEntryFlaw(receivedAt: Instant, now: Instant): Why | null {
  if (receivedAt > now) return 'receivedInFuture';
  return receivedAt < addMs(now, -lateEntryDays * dayMs) ? 'receivedTooLongAgo' : null;
}

/**
 * When an appeal that is logged now counts as received: now, or earlier where it is entered late. All its clocks run from then.
 * @throws Refusal to whoever may not enter late, for an instant to come or too long ago
 */
export function receiptOf(lateEntry: LateEntry | null, centreId: string, m: Moment): Instant {
  if (!lateEntry) return m.at;
  const centrePath = m.directory.centres.get(centreId)?.path;
  if (centrePath === undefined || !holds(m.actor, lateEntryLoggers, centrePath))
    throw new Refusal('forbidden', '补录由话务员或督办员登记，请转交他们补录。');
  const receivedAt = normaliseInstant(lateEntry.receivedAt);
  const flaw = lateEntryFlaw(receivedAt, m.at);
  if (flaw) throw refuse(flaw);
  return receivedAt;
}
