import { dueDay, type Instant } from '../../time/instant.ts';
import type { Limit } from '../../time/limit.ts';
import { yellowAt } from '../../time/milestones.ts';
import { shiftForPause } from '../../time/pause.ts';
import type { Appeal } from '../model/appeal.ts';
import { appealChildId, type Case, dispatchPauseId } from '../model/case.ts';
import type { Pause } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { isPromiseRunning, limitOf, offsetOf } from './clock.ts';

/** The clock of this dispatch stands still now. Sign clocks never pause. */
export const isPaused = (c: Case, dispatchId: string) =>
  c.pauses.some((p) => p.dispatchId === dispatchId && p.endedAt === null);

/**
 * Stops the reply clocks of these dispatches and the promises of these appeals until `untilAt` at the latest. A clock that has
 * run out stays as it is: what is late does not become timely by asking.
 */
export function pause(
  c: Case,
  reason: Pause['reason'],
  dispatches: readonly Dispatch[],
  appeals: readonly Appeal[],
  untilAt: Instant,
  m: Moment,
): readonly Pause[] {
  const about = [
    ...dispatches
      .filter((d) => isOpen(d) && !isPaused(c, d.id) && m.at < d.dueAt)
      .map((d, i) => ({ dispatchId: d.id, appealId: null, id: dispatchPauseId(c, i) })),
    ...appeals
      .filter((a) => isPromiseRunning(a, m.at))
      .map((a) => ({ dispatchId: null, appealId: a.id, id: appealChildId(a.id, 'p', c.pauses) })),
  ];
  const started = about.map((what) => ({
    ...what,
    ticketId: c.ticket.id,
    reason,
    startedAt: m.at,
    untilAt,
    endedAt: null,
  }));
  return [...c.pauses, ...started];
}

/**
 * Ends the open pauses of this reason: every clock they held goes on from where it stopped. A pause ends by itself at its
 * `untilAt`, however much later somebody (a clock that was down) comes to end it.
 */
export function resume(c: Case, reason: Pause['reason'], m: Moment): Pick<Case, 'pauses' | 'dispatches' | 'appeals'> {
  const ending = c.pauses.filter((p) => p.reason === reason && p.endedAt === null);
  const pauses = c.pauses.map((p) => (ending.includes(p) ? { ...p, endedAt: endOf(p, m) } : p));
  const dispatches = c.dispatches.map((d) => {
    const own = ending.find((p) => p.dispatchId === d.id);
    return own && isOpen(d) ? moved(c, d, own.startedAt, endOf(own, m), m) : d;
  });
  const appeals = c.appeals.map((a) => {
    // Of one that closes with it too: reopened, it has what was left of its promise.
    const own = ending.find((p) => p.appealId === a.id);
    if (!own) return a;
    const limit = { amount: a.promiseAmount, unit: a.promiseUnit } as Limit;
    const due = shiftForPause(m.calendar, a.promisedDueAt, limit, own.startedAt, endOf(own, m));
    return { ...a, promisedDueAt: due, promisedDay: dueDay(due, offsetOf(c.ticket, m)), pausedAt: null };
  });
  return { pauses, dispatches, appeals };
}

/** Ends the pause of one dispatch alone; the others, and the promises, still stand still. */
export function resumeDispatch(c: Case, dispatch: Dispatch, m: Moment): Pick<Case, 'pauses' | 'dispatches'> {
  const own = c.pauses.find((p) => p.dispatchId === dispatch.id && p.endedAt === null);
  if (!own) return c;
  const endedAt = endOf(own, m);
  const dispatches = c.dispatches.map((d) => (d.id === dispatch.id ? moved(c, d, own.startedAt, endedAt, m) : d));
  return { pauses: c.pauses.map((p) => (p === own ? { ...p, endedAt } : p)), dispatches };
}

const endOf = (p: Pause, m: Moment): Instant => (p.untilAt < m.at ? p.untilAt : m.at);

/** The dispatch with its due shifted by a pause that lasted from `startedAt` to `endedAt`. */
export const moved = (c: Case, d: Dispatch, startedAt: Instant, endedAt: Instant, m: Moment): Dispatch =>
  withDue(c, d, shiftForPause(m.calendar, d.dueAt, limitOf(d), startedAt, endedAt), m);

/** The dispatch due at another instant; the original due stays as it was. */
export const withDue = (c: Case, d: Dispatch, dueAt: Instant, m: Moment): Dispatch => ({
  ...d,
  dueAt,
  dueDay: dueDay(dueAt, offsetOf(c.ticket, m)),
  yellowDueAt: yellowAt(m.calendar, d.sentAt, dueAt, limitOf(d)),
});

/** The dispatches, none of them due after the one it was sent on from, whatever moved that one. */
export function notAfterParents(c: Case, m: Moment): readonly Dispatch[] {
  const rows: Dispatch[] = [];
  for (const d of c.dispatches) {
    const parent = d.parentId !== null && isOpen(d) ? rows.find((p) => p.id === d.parentId) : undefined;
    rows.push(parent && parent.dueAt < d.dueAt ? withDue(c, d, parent.dueAt, m) : d);
  }
  return rows;
}
