import { earliest, type Instant } from '../../time/instant.ts';
import type { Case } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';

/** The next instant at which the clock must act on this dispatch by itself; null when nothing is left to do. */
export function nextAlarm(c: Case, d: Dispatch): Instant | null {
  if (!isOpen(d) || c.ticket.status === 'awaitingCallback') return null;
  const pause = c.pauses.find((p) => p.dispatchId === d.id && p.endedAt === null);
  if (pause) return earliest(d.signedAt === null ? d.signDueAt : null, pause.untilAt);
  const raised = (colour: 'yellow' | 'red') =>
    c.cards.some((card) => card.dispatchId === d.id && card.colour === colour && card.dueAt === d.dueAt);
  return earliest(
    d.signedAt === null ? d.signDueAt : null,
    raised('yellow') || raised('red') ? null : d.yellowDueAt,
    raised('red') ? null : d.dueAt,
  );
}
