import { earliest, type Instant } from '../../time/instant.ts';
import type { Case } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';

/** The next instant at which the clock must act on this dispatch by itself; null when nothing is left to do. */
export function nextAlarm(c: Case, d: Dispatch): Instant | null {
  if (!isOpen(d) || c.ticket.status === 'awaitingCallback') return null;
  const pause = c.pauses.find((p) => p.dispatchId === d.id && p.endedAt === null);
  // Nobody is signed for by a provisional due.
  const signDueAt = d.signedAt === null && !d.signClock.provisional ? d.signDueAt : null;
  if (pause) return earliest(signDueAt, pause.untilAt);
  const raised = (colour: 'yellow' | 'red') =>
    c.cards.some((card) => card.dispatchId === d.id && card.colour === colour && card.dueAt === d.dueAt);
  return earliest(signDueAt, raised('yellow') || raised('red') ? null : d.yellowDueAt, raised('red') ? null : d.dueAt);
}
