import { Refusal } from '../../refusal.ts';
import { announced, type Calendar, isBeyond } from '../../time/calendar/calendar.ts';
import { deadline, extend } from '../../time/deadline.ts';
import { earliest, type Instant } from '../../time/instant.ts';
import type { Limit } from '../../time/limit.ts';
import { assistDue } from '../../time/milestones.ts';
import { shiftForPause } from '../../time/pause.ts';
import type { Case } from '../model/case.ts';
import { type Clock, limitInForce, type Move, type ReplyClockAt, type Still, stillAt } from './clock.ts';

/** The reply clocks of a case, by dispatch: what assists, sub-dispatches and signatures are counted against. */
export type ReplyClocks = (dispatchId: string) => Clock;

export const replyClocksOf =
  (c: Pick<Case, 'dispatches'>): ReplyClocks =>
  (dispatchId) => {
    const dispatch = c.dispatches.find((d) => d.id === dispatchId);
    if (!dispatch) throw new Error(`no dispatch ${dispatchId}`);
    return dispatch.replyClock;
  };

/** What a clock starts from. */
type Start = Pick<Clock, 'of' | 'startedAt' | 'limits' | 'rule'> & Partial<Pick<Clock, 'before' | 'notAfter'>>;

/** A clock that starts. Refuses (`conflict`) a start before the calendar's first day. */
export function started(start: Start, cal: Calendar, replies: ReplyClocks = noReplies): Clock {
  const clock = { before: null, notAfter: null, ...start };
  const dueAt = firstDue(clock, cal, asTheyStand(cal, replies));
  const isProvisional = restsOnUnknown(dueAt, cal, (known) =>
    firstDue(clock, known, announcedOnly(asTheyStand(known, replies))),
  );
  return {
    ...clock,
    ...(isProvisional ? { provisional: true } : {}),
    calendarVersion: cal.version,
    raised: null,
    originalDueAt: dueAt,
    dueAt,
    pausedAt: null,
    stopped: null,
    moves: [],
  };
}

/** The clock after something moved it, counted on from where it stands. */
export function moved(clock: Clock, move: Move, cal: Calendar, replies: ReplyClocks = noReplies): Clock {
  const { dueAt, raised } = step(clock, move, cal, asTheyStand(cal, replies));
  const { provisional, ...rest } = clock;
  const isDueStill = dueAt === clock.dueAt || move.by !== 'urgency';
  const isProvisional =
    (provisional === true && isDueStill && isBeyond(cal, dueAt)) ||
    restsOnUnknown(dueAt, cal, (known) => step(clock, move, known, announcedOnly(asTheyStand(known, replies))));
  return { ...rest, ...(isProvisional ? { provisional: true } : {}), dueAt, raised, moves: [...clock.moves, move] };
}

/**
 * The clock counted again as a whole by this calendar: its start, its limits and everything that moved it. The same clock
 * where that gives the due that stands, no more provisional than it was. Refuses (`conflict`) a start before the calendar's
 * first day.
 */
export function recounted(clock: Clock, cal: Calendar, replies: ReplyClocks, at: Instant): Clock {
  const { dueAt, raised } = counted(clock, clock.moves.length, cal, replies);
  const isProvisional = restsOnUnknown(dueAt, cal, (known) => counted(clock, clock.moves.length, known, replies));
  if (dueAt === clock.dueAt && isProvisional === (clock.provisional ?? false)) return clock;
  const { provisional, ...rest } = clock;
  const move = { by: 'calendar', at, version: cal.version, from: clock.dueAt, to: dueAt } as const;
  return {
    ...rest,
    ...(isProvisional ? { provisional: true } : {}),
    // A provisional due was nobody's original one: that is what the announced days give.
    ...(provisional ? { originalDueAt: counted(clock, 0, cal, replies).dueAt } : {}),
    dueAt,
    raised,
    calendarVersion: cal.version,
    moves: dueAt === clock.dueAt ? clock.moves : [...clock.moves, move],
  };
}

/**
 * The clock with other limits, by an amendment at this instant: from its own start, with everything that moved it, counted
 * by this calendar. It stands still on where it stood still.
 */
export function relimited(
  clock: Clock,
  { limits, rule }: Pick<Clock, 'limits' | 'rule'>,
  cal: Calendar,
  at: Instant,
): Clock {
  const { provisional: _, ...rest } = { ...clock, limits, rule };
  const { dueAt, raised } = counted(rest, rest.moves.length, cal, noReplies);
  const isProvisional = restsOnUnknown(dueAt, cal, (known) => counted(rest, rest.moves.length, known, noReplies));
  return {
    ...rest,
    ...(isProvisional ? { provisional: true } : {}),
    originalDueAt: counted(rest, 0, cal, noReplies).dueAt,
    dueAt,
    raised,
    calendarVersion: cal.version,
    moves: [...clock.moves, { by: 'amendment', at, from: clock.dueAt, to: dueAt }],
  };
}

/**
 * Whether a due could not be counted by the announced days alone: it lies behind them, and counting it asked about a day
 * there. A limit in hours or natural days never asks.
 */
function restsOnUnknown(dueAt: Instant, cal: Calendar, count: (known: Calendar) => unknown): boolean {
  if (!isBeyond(cal, dueAt)) return false;
  try {
    count(announced(cal));
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** What another clock's provisional due is taken for is provisional too. */
const announcedOnly =
  (against: Against): Against =>
  (at) => {
    const other = against(at);
    if (other.isProvisional) throw new Refusal('conflict', '以暂定时限为准');
    return other;
  };

/** How the clock stands at this instant, for another one that is to be counted against it. */
export const asItStands = (dispatchId: string, clock: Clock, at: Instant): ReplyClockAt => ({
  dispatchId,
  moves: clock.moves.length,
  ...stillAt(clock, at),
});

/** When the clock would be due, if it stands still, were it to go on at this instant; else when it is due. */
export const dueGoingOn = (clock: Clock, at: Instant, cal: Calendar): Instant =>
  shifted(clock, cal, stillAt(clock, at).still);

const shifted = (clock: Clock, cal: Calendar, still: Still | undefined): Instant =>
  still ? afterPause(clock, cal, still) : clock.dueAt;

/** The due after the clock stood still. An urgency raised meanwhile counts from then, so only what followed moves it. */
function afterPause(clock: Clock, cal: Calendar, { from, to }: Still): Instant {
  const { limit, from: since } = limitInForce(clock);
  return shiftForPause(cal, clock.dueAt, limit, latest(from, since), to);
}

type Standing = Pick<Clock, 'dueAt' | 'raised'>;

/** The due of another clock, and the limit it started with: what a clock is counted against. */
type Against = (at: ReplyClockAt) => {
  readonly dueAt: Instant;
  readonly limit: Limit;
  readonly isProvisional: boolean;
};

/** What happens now rests on what stands now, though it may still be counted by an earlier calendar. */
const asTheyStand =
  (cal: Calendar, replies: ReplyClocks): Against =>
  ({ dispatchId, still }) => {
    const clock = replies(dispatchId);
    return { dueAt: shifted(clock, cal, still), limit: firstLimit(clock), isProvisional: clock.provisional ?? false };
  };

/** Counted again, the other clock is counted again too, as far as it had come by then. */
const again =
  (cal: Calendar, replies: ReplyClocks): Against =>
  ({ dispatchId, moves, still }) => {
    const clock = replies(dispatchId);
    const then = { ...clock, ...counted(clock, moves, cal, replies) };
    // By the announced days alone (`restsOnUnknown`) this one would have been refused itself.
    return { dueAt: shifted(then, cal, still), limit: firstLimit(clock), isProvisional: false };
  };

function counted(clock: Clock, moves: number, cal: Calendar, replies: ReplyClocks): Standing {
  const against = again(cal, replies);
  let standing: Standing = { dueAt: firstDue(clock, cal, against), raised: null };
  for (const move of clock.moves.slice(0, moves)) standing = step({ ...clock, ...standing }, move, cal, against);
  return standing;
}

function firstDue(
  { startedAt, limits, before, notAfter }: Pick<Clock, 'startedAt' | 'limits' | 'before' | 'notAfter'>,
  cal: Calendar,
  against: Against,
): Instant {
  if (before) {
    const lead = against(before);
    return assistDue(cal, startedAt, lead.dueAt, lead.limit);
  }
  const own = limits.reduce(
    (from, limit, i) => (i === 0 ? deadline(cal, from, limit) : extend(cal, from, limit.amount, inDays(limit))),
    startedAt,
  );
  return notAfter ? sooner(own, against(notAfter).dueAt) : own;
}

function step(clock: Clock, move: Move, cal: Calendar, against: Against): Standing {
  const { dueAt, raised } = clock;
  switch (move.by) {
    case 'pause':
      return { dueAt: afterPause(clock, cal, move), raised };
    case 'extension':
      return { dueAt: extend(cal, dueAt, move.days, move.unit), raised };
    case 'parent':
      return { dueAt: sooner(dueAt, against(move.notAfter).dueAt), raised };
    case 'urgency': {
      const { at, limit, before, notAfter, still } = move;
      const own = deadline(cal, at, limit);
      const other = before ? assistDue(cal, at, against(before).dueAt, limit) : own;
      const cap = notAfter ? against(notAfter).dueAt : own;
      const soonest = sooner(sooner(own, other), cap);
      return soonest < shifted(clock, cal, still) ? { dueAt: soonest, raised: { from: at, limit } } : { dueAt, raised };
    }
    case 'origin':
      return { dueAt: move.to, raised };
    case 'amendment':
    case 'calendar':
      return { dueAt, raised };
  }
}

function firstLimit({ limits: [limit] }: Clock): Limit {
  if (!limit) throw new Error('a clock without a limit');
  return limit;
}

/** A second limit is always in days. */
const inDays = ({ unit }: Limit) => (unit === 'days' ? 'days' : 'workingDays');

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const sooner = (a: Instant, b: Instant): Instant => earliest(a, b) ?? a;

const noReplies: ReplyClocks = (dispatchId) => {
  throw new Error(`nothing is counted against ${dispatchId}`);
};
