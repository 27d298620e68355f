import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull, Version } from '../../schema.ts';
import type { Instant as At } from '../../time/instant.ts';
import { limitUnits } from '../../time/limit.ts';

/** What a clock measures: the time until the citizen is answered, a department signs, a reply is reviewed … */
export const clockNames = [
  'promise',
  'dispatching',
  'signing',
  'reply',
  'review',
  'callback',
  'order',
  'question',
] as const;
export type ClockName = (typeof clockNames)[number];

/** As in a rule, but a number of days that an administrator sets to none is a limit too. */
const ClockLimit = object({ amount: Type.Integer({ minimum: 0, maximum: 100_000 }), unit: oneOf(limitUnits) });

/** A clock that stands still is counted as if it went on at `to`: what it has left is left, though its due lies behind. */
const Still = object({ from: Instant, to: Instant });
export type Still = Type.Static<typeof Still>;

/** The reply clock of a dispatch of the same case, as it stood after its first `moves` moves. */
const ReplyClockAt = object({
  dispatchId: Id,
  moves: Type.Integer({ minimum: 0, maximum: 1000 }),
  still: Type.Optional(Still),
});
export type ReplyClockAt = Type.Static<typeof ReplyClockAt>;

/** Something that moved a clock since it started, or may move it when it is counted again; in the order it happened. */
const Move = Type.Union([
  /** It stood still from one instant to the other. */
  object({ by: Type.Literal('pause'), from: Instant, to: Instant }),
  /** More time was granted, counted from the due. */
  object({
    by: Type.Literal('extension'),
    at: Instant,
    days: Type.Integer({ minimum: 1, maximum: 365 }),
    unit: oneOf(['days', 'workingDays'] as const),
  }),
  /**
   * A raised urgency: due no later than `limit` from `at`, an assist besides before its lead (`before`), a signature no
   * later than the reply (`notAfter`).
   */
  object({
    by: Type.Literal('urgency'),
    at: Instant,
    limit: ClockLimit,
    before: orNull(ReplyClockAt),
    notAfter: orNull(ReplyClockAt),
    /** Of the clock itself. */
    still: Type.Optional(Still),
  }),
  /** The dispatch it was sent on from became due sooner. */
  object({ by: Type.Literal('parent'), at: Instant, notAfter: ReplyClockAt }),
  /** It came with a due of its own from another system, which stands in place of what was counted. */
  object({ by: Type.Literal('origin'), at: Instant, from: Instant, to: Instant }),
  /** Promised anew before dispatch, or counted again by a corrected calendar: kept for the record, moves nothing itself. */
  object({ by: Type.Literal('amendment'), at: Instant, from: Instant, to: Instant }),
  object({ by: Type.Literal('calendar'), at: Instant, version: Version, from: Instant, to: Instant }),
]);
export type Move = Type.Static<typeof Move>;

/**
 * A clock with everything it is counted from. Frozen: a rule or a calendar that changes later changes nothing of it; what
 * moves it is appended. `dueAt`, the first instant that is late, is always start, limits and moves counted by the
 * calendar in force when each of them came (`counting.ts`), so that a correction of the calendar counts again and never
 * guesses. Stored as one value on the row of its owner; plain columns are made of it in `columns.ts` alone.
 */
export const Clock = object({
  of: oneOf(clockNames),
  startedAt: Instant,
  /** Each counted from the end of the one before: a promise may be natural days and one working day. */
  limits: Type.Array(ClockLimit, { minItems: 1, maxItems: 2 }),
  /** The rule that set the limits; null where somebody named them (a supervision order's days). */
  rule: orNull(object({ id: Id, version: Version })),
  /** The calendar by which it was counted, or counted again, as a whole. */
  calendarVersion: Version,
  /** An assist's or a sub-dispatch's: due before this one, so that its answer can still be used. */
  before: orNull(ReplyClockAt),
  /** A time to sign: no longer than that to reply. */
  notAfter: orNull(ReplyClockAt),
  /** The limit of a raised urgency, since when it is the one that counts. */
  raised: orNull(object({ from: Instant, limit: ClockLimit })),
  originalDueAt: Instant,
  dueAt: Instant,
  /**
   * 暂定: the due rests on days that the calendar does not know yet, so nothing that cannot be taken back happens by it; told
   * wherever the due is. Absent where the calendar knew every day.
   */
  provisional: Type.Optional(Type.Literal(true)),
  /** Since when it stands still; null while it runs. */
  pausedAt: orNull(Instant),
  /** When what it measures happened (`isMet`), or fell away. */
  stopped: orNull(object({ at: Instant, isMet: Type.Boolean() })),
  moves: Type.Array(Move, { maxItems: 1000 }),
});
export type Clock = Type.Static<typeof Clock>;

/** As much of a clock as a badge says: rows of lists and live frames carry this. */
export const ClockFace = object({
  of: Clock.properties.of,
  /** Its own unit, in which what is left of it is told. */
  unit: oneOf(limitUnits),
  dueAt: Instant,
  provisional: Clock.properties.provisional,
  pausedAt: Clock.properties.pausedAt,
  stopped: Clock.properties.stopped,
});
export type ClockFace = Type.Static<typeof ClockFace>;

export const faceOf = (clock: Clock): ClockFace => ({
  of: clock.of,
  unit: limitInForce(clock).limit.unit,
  dueAt: clock.dueAt,
  ...(clock.provisional ? { provisional: true } : {}),
  pausedAt: clock.pausedAt,
  stopped: clock.stopped,
});

/** The limit that counts now and since when: the one it started with, or that of a raised urgency. */
export function limitInForce({ startedAt, limits, raised }: Pick<Clock, 'startedAt' | 'limits' | 'raised'>) {
  const [limit] = limits;
  if (!limit) throw new Error('a clock without a limit');
  return raised ?? { from: startedAt, limit };
}

/** Extensions are in days of the limit's sort: working ones, unless the limit is in natural days. */
export const extensionUnit = ({ limits: [limit] }: Pick<Clock, 'limits'>) =>
  limit?.unit === 'days' ? ('days' as const) : ('workingDays' as const);

/** Whether the clock had run out at this instant. One that stands still has not, unless it had before it stood still. */
export const hasRunOut = ({ dueAt, pausedAt }: Pick<Clock, 'dueAt' | 'pausedAt'>, at: At) =>
  (pausedAt !== null && pausedAt < at ? pausedAt : at) >= dueAt;

/** That it stands still at this instant, for what is counted by it then. */
export const stillAt = ({ pausedAt }: Pick<Clock, 'pausedAt'>, at: At): { still?: Still } =>
  pausedAt !== null && pausedAt < at ? { still: { from: pausedAt, to: at } } : {};

/** Something at this instant can still move the clock: not once it was met or fell away, nor once it ran out. */
export const isRunning = (clock: Pick<Clock, 'dueAt' | 'pausedAt' | 'stopped'>, at: At) =>
  clock.stopped === null && !hasRunOut(clock, at);
