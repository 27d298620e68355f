import type { Instant } from '../../time/instant.ts';
import type { Appeal } from '../model/appeal.ts';
import { appealChildId, type Case, dispatchPauseId, replace } from '../model/case.ts';
import type { Pause } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { type Clock, hasRunOut } from './clock.ts';
import { withPromise, withReply } from './columns.ts';
import { asItStands, dueGoingOn, moved, replyClocksOf } from './counting.ts';
import { heldSince, holds } from './pauses.ts';
import { isPromiseRunning } from './promise.ts';

/** The clock of this dispatch stands still now. Sign clocks never pause. */
export const isPaused = (c: Case, dispatchId: string) =>
  c.pauses.some((p) => p.dispatchId === dispatchId && p.endedAt === null);

/** Until when clocks stand still: a clock of its own for a question, a day somebody named for a shelving. */
export type Until = { readonly untilAt: Instant; readonly clock: Clock | null };

/**
 * Stops the reply clocks of these dispatches and the promises of these appeals until `untilAt` at the latest. A clock that has
 * run out stays as it is: what is late does not become timely by asking. One that stands still already stands still for this
 * as well, and goes on when the last of what holds it ends.
 */
export function pause(
  c: Case,
  reason: Pause['reason'],
  dispatches: readonly Dispatch[],
  appeals: readonly Appeal[],
  until: Until,
  m: Moment,
): readonly Pause[] {
  const about = [
    ...dispatches
      .filter((d) => isOpen(d) && !hasRunOut(d, m.at))
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
    ...until,
    endedAt: null,
  }));
  return [...c.pauses, ...started];
}

/**
 * Ends the open pauses of this reason: every clock they held goes on from where it stopped. A pause ends by itself at its
 * `untilAt`, however much later somebody (a clock that was down) comes to end it.
 */
export const resume = (c: Case, reason: Pause['reason'], m: Moment) =>
  endPauses(
    c,
    c.pauses.filter((p) => p.reason === reason && p.endedAt === null),
    m,
  );

/** Ends the pauses of appeals that are closed while others of the ticket still wait: nobody waits for what is withdrawn. */
export function resumeClosed(c: Case, m: Moment): Case {
  const closed = new Set(c.appeals.flatMap((a) => (a.status === 'closed' ? a.id : [])));
  const ending = c.pauses.filter((p) => p.endedAt === null && p.appealId !== null && closed.has(p.appealId));
  return ending.length === 0 ? c : { ...c, ...endPauses(c, ending, m) };
}

/** Ends these pauses, each at its own end. */
export function endPauses(
  c: Case,
  ending: readonly Pause[],
  m: Moment,
): Pick<Case, 'pauses' | 'dispatches' | 'appeals'> {
  const { pauses, dispatches, appeals } = ending
    .toSorted((a, b) => (endOf(a, m) < endOf(b, m) ? -1 : 1))
    .reduce((now, p) => endPause(now, p, m), c);
  return { pauses, dispatches, appeals };
}

/** The clock it held goes on, unless another pause holds it still: then it goes on from there, over all the time it stood. */
function endPause(c: Case, pause: Pause, m: Moment): Case {
  const to = endOf(pause, m);
  const pauses = replace(c.pauses, { ...pause, endedAt: to });
  const own = pauses.filter(holds(pause));
  if (own.some((p) => p.endedAt === null && p.startedAt < to)) return { ...c, pauses };
  const from = heldSince(own, pause.startedAt);
  return {
    ...c,
    pauses,
    dispatches: c.dispatches.map((d) => (d.id === pause.dispatchId && isOpen(d) ? stoodStill(c, d, from, to, m) : d)),
    // Of one that closes with it too: reopened, it has what was left of its promise.
    appeals: c.appeals.map((a) =>
      a.id === pause.appealId
        ? withPromise(a, moved({ ...a.promiseClock, pausedAt: null }, { by: 'pause', from, to }, m.calendar), m)
        : a,
    ),
  };
}

/** Ends the pauses of one dispatch alone; the others, and the promises, still stand still. */
export const resumeDispatch = (c: Case, dispatch: Dispatch, m: Moment) =>
  endPauses(
    c,
    c.pauses.filter((p) => p.dispatchId === dispatch.id && p.endedAt === null),
    m,
  );

const endOf = (p: Pause, m: Moment): Instant => (p.untilAt < m.at ? p.untilAt : m.at);

/** The dispatch with its reply clock moved by a pause that lasted from one instant to the other. */
export const stoodStill = (c: Case, d: Dispatch, from: Instant, to: Instant, m: Moment): Dispatch =>
  withReply(c.ticket, d, moved({ ...d.replyClock, pausedAt: null }, { by: 'pause', from, to }, m.calendar), m);

/**
 * The dispatches, none of them due after the one it was sent on from, whatever moved that one; where that one stands still,
 * not after what it would be due by, were it to go on.
 */
export function notAfterParents(c: Case, m: Moment): readonly Dispatch[] {
  const rows: Dispatch[] = [];
  for (const d of c.dispatches) {
    const parent = d.parentId !== null && isOpen(d) ? rows.find((p) => p.id === d.parentId) : undefined;
    // One that stands still itself has as much left as it had then.
    const at = d.replyClock.pausedAt ?? m.at;
    rows.push(parent && dueGoingOn(parent.replyClock, at, m.calendar) < d.dueAt ? notAfter(c, d, parent, at, m) : d);
  }
  return rows;
}

function notAfter(c: Case, d: Dispatch, parent: Dispatch, at: Instant, m: Moment): Dispatch {
  const move = { by: 'parent', at: m.at, notAfter: asItStands(parent.id, parent.replyClock, at) } as const;
  const known = replyClocksOf(c);
  const replyClock = moved(d.replyClock, move, m.calendar, (of) => (of === parent.id ? parent.replyClock : known(of)));
  return withReply(c.ticket, d, replyClock, m);
}
