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

const isOpenQuestion = (p: Pause) => p.reason === 'question' && p.endedAt === null;

/** The open questions whose time is over. One whose time is not certain yet goes on. */
export const overdueQuestions = (c: Case, at: Instant): Pause[] =>
  c.pauses.filter((p) => isOpenQuestion(p) && p.untilAt <= at && p.clock?.provisional !== true);

/**
 * What stands still for the questions put to these citizens: the dispatches since they were put, and their own promises,
 * which may have come with them from another ticket.
 */
export function waitsForCitizens(c: Case, appealIds: readonly string[]): Pause[] {
  const isTheirs = (row: { appealId: string | null }) => row.appealId !== null && appealIds.includes(row.appealId);
  const began = beganWith(c, isTheirs);
  return c.pauses.filter((p) => isOpenQuestion(p) && (began(p) || isTheirs(p)));
}

/** What stands still for the questions that these dispatches asked. */
export const waitsOfDispatches = (c: Case, ids: ReadonlySet<string>): Pause[] => {
  const began = beganWith(c, ({ dispatchId }) => dispatchId !== null && ids.has(dispatchId));
  return c.pauses.filter((p) => isOpenQuestion(p) && began(p));
};

/** A pause begins when its question is put to the citizen. */
function beganWith(c: Case, isIts: (question: Request) => boolean): (p: Pause) => boolean {
  const questions = c.requests.filter((r) => r.type === 'question' && r.status === 'approved' && isIts(r));
  const put = new Set(questions.map((r) => r.decidedAt));
  return (p) => put.has(p.startedAt);
}
