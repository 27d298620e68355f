import type { Instant } from '../../time/instant.ts';
import type { Case } from '../model/case.ts';
import type { Pause, Request } from '../model/children.ts';

/** Whether a pause holds the clock of this dispatch, or the promise of this appeal. */
export const holds =
  ({ dispatchId, appealId }: Pick<Pause, 'dispatchId' | 'appealId'>) =>
  (p: Pause): boolean =>
    p.dispatchId === dispatchId && p.appealId === appealId;

/**
 * Since when a clock stands still that stands still at `at`: pauses that overlap are one interval, however many questions were
 * put meanwhile. `own` are all that ever held it.
 */
export function heldSince(own: readonly Pause[], at: Instant): Instant {
  const earlier = own.find((p) => p.startedAt < at && p.endedAt !== null && p.endedAt > at);
  return earlier ? heldSince(own, earlier.startedAt) : at;
}

/** Since when a clock stands still now; null: it runs. */
export function heldNow(own: readonly Pause[]): Instant | null {
  const [first] = own
    .filter((p) => p.endedAt === null)
    .map((p) => p.startedAt)
    .toSorted();
  return first === undefined ? null : heldSince(own, first);
}

/**
 * The open pauses of these questions to a citizen. What holds dispatches began when its question was put; what holds the
 * citizen's promise may have come with him from another ticket.
 */
export function pausesFor(c: Case, isIts: (question: Pick<Request, 'appealId' | 'dispatchId'>) => boolean): Pause[] {
  const questions = c.requests.filter((r) => r.type === 'question' && r.status === 'approved' && isIts(r));
  const put = new Set(questions.map((r) => r.decidedAt));
  return c.pauses.filter(
    (p) =>
      p.reason === 'question' &&
      p.endedAt === null &&
      (put.has(p.startedAt) || (p.appealId !== null && isIts({ appealId: p.appealId, dispatchId: null }))),
  );
}
