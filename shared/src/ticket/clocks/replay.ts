import { Refusal } from '../../refusal.ts';
import type { Calendar } from '../../time/calendar/calendar.ts';
import { deadline, extend } from '../../time/deadline.ts';
import { earliest, type Instant } from '../../time/instant.ts';
import type { Limit } from '../../time/limit.ts';
import { assistDue } from '../../time/milestones.ts';
import { shiftForPause } from '../../time/pause.ts';
import { matchRule } from '../../time/rules/matchRule.ts';
import type { DeadlineRule } from '../../time/rules/rules.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { extensionUnit, limitOf, subjectOf } from './clock.ts';
import { callbackStarts, reviewStarts, type Start } from './termStarts.ts';

/** Each clock by the calendar in force; where the count by the versions of its time does not give what stands, what stands. */
export type Replay = {
  promise: (a: Appeal) => Instant;
  reply: (d: Dispatch) => Instant;
  signing: (d: Dispatch) => Instant;
  dispatching: (stands: Instant) => Instant;
  review: (stands: Instant) => Instant;
  callback: (stands: Instant) => Instant;
};

/** Which calendar counts at an instant. */
type Counting = (at: Instant) => Calendar;
/** The same for a dispatch, whose own clock rests on the version frozen with it. */
type By = (d: Dispatch) => Counting;
/** One thing that moved a clock since it started. */
type Step = { at: Instant; move: (due: Instant, cal: Calendar) => Instant };

export function replayOf(c: Case, m: Moment): Replay {
  const calendars = m.past?.calendars ?? [];
  const now: Counting = () => m.calendar;
  /** The version in force at the time, but none before `first`: by that the clock was counted, or corrected since. */
  const then =
    (first: number): Counting =>
    (at) =>
      calendars.findLast(({ since, calendar }) => since < at || calendar.version <= first)?.calendar ?? m.calendar;
  const frozen: By = (d) => then(d.calendarVersion);
  /** What stands counted again by the calendar in force, if one of the ways to count explains it. */
  const again = (stands: Instant, counts: readonly { fresh: () => Instant; was: readonly (() => Instant)[] }[]) => {
    for (const { fresh, was } of counts) {
      const due = orNull(fresh);
      if (due === stands || (due !== null && was.some((count) => orNull(count) === stands))) return due;
    }
    return stands;
  };
  /** A promise keeps no version: any that explains it will do, the newest first. */
  const anyVersion = (count: (by: Counting) => Instant) => ({
    fresh: () => count(now),
    was: calendars
      .map(
        ({ calendar }) =>
          () =>
            count(then(calendar.version)),
      )
      .toReversed(),
  });
  const ofDispatch = (count: (by: By) => Instant) => ({ fresh: () => count(() => now), was: [() => count(frozen)] });
  const ruleOf = (version: number, id: string) =>
    m.past?.ruleSets.find((set) => set.version === version)?.rules.find((r) => r.id === id);
  /** A term of the ticket keeps neither rule nor version: any that explains it will do, the newest first. */
  const term = (stands: Instant, starts: readonly Start[], limitBy: (rule: DeadlineRule) => Limit) =>
    again(
      stands,
      starts.flatMap(({ at, departmentId }) =>
        (m.past?.ruleSets ?? [m.rules])
          .toReversed()
          .map((rules) =>
            anyVersion((by) =>
              deadline(by(at), at, limitBy(matchRule(rules, subjectOf(c.ticket, m, departmentId)).rule)),
            ),
          ),
      ),
    );
  return {
    review: (stands) => term(stands, reviewStarts(c), (rule) => rule.reviewLimit),
    callback: (stands) =>
      term(stands, callbackStarts(c), (rule) => ({ amount: rule.callbackPolicy.capDays, unit: 'workingDays' })),
    promise: (a) => again(a.promisedDueAt, promiseCounts(c, a).map(anyVersion)),
    reply: (d) => again(d.dueAt, [ofDispatch((by) => replyDue(c, d, by))]),
    signing: (d) => {
      const rule = ruleOf(d.ruleVersion, d.ruleId);
      return rule ? again(d.signDueAt, [ofDispatch((by) => signDue(c, d, rule, by))]) : d.signDueAt;
    },
    dispatching: (stands) => {
      const first = c.appeals[0];
      const rule = first && ruleOf(first.ruleVersion, first.ruleId);
      const { receivedAt } = c.ticket;
      return rule
        ? again(stands, [anyVersion((by) => deadline(by(receivedAt), receivedAt, rule.dispatchLimit))])
        : stands;
    },
  };
}

/** What moved a dispatch's due since it was sent, up to `until`. */
function replyDue(c: Case, d: Dispatch, by: By, until: Instant | null = null): Instant {
  return steps(c, d.id, 'dispatchId', limitOf(d), dispatchExtensions(c, d))
    .filter((step) => until === null || step.at <= until)
    .reduce((due, step) => step.move(due, by(d)(step.at)), firstDue(c, d, by));
}

/** A lead's due from its limit, an assist's or a child's from its lead's due as it stood when it was sent. */
function firstDue(c: Case, d: Dispatch, by: By): Instant {
  const cal = by(d)(d.sentAt);
  const above = leadOf(c, d);
  if (!above) return deadline(cal, d.sentAt, limitOf(d));
  return assistDue(cal, d.sentAt, replyDue(c, above, by, d.sentAt), limitOf(above));
}

function signDue(c: Case, d: Dispatch, rule: DeadlineRule, by: By): Instant {
  const cal = by(d)(d.sentAt);
  const first = firstDue(c, d, by);
  return earliest(first, deadline(cal, d.sentAt, rule.signLimit), deadline(cal, d.sentAt, limitOf(d))) ?? first;
}

/** The dispatch an assist helps, or the parent of a child. */
function leadOf(c: Case, d: Dispatch): Dispatch | undefined {
  if (d.parentId !== null) return c.dispatches.find((x) => x.id === d.parentId);
  if (d.role === 'lead') return undefined;
  return c.dispatches.findLast(
    (x) => x.role === 'lead' && x.parentId === null && x.round === d.round && x.sentAt <= d.sentAt,
  );
}

/** A promise of natural days and one working day more is no single limit: both readings are tried. */
function promiseCounts(c: Case, a: Appeal): ((by: Counting) => Instant)[] {
  const limit = { amount: a.promiseAmount, unit: a.promiseUnit } as Limit;
  const granted = leadExtensions(c).filter((e) => e.at >= a.receivedAt);
  const moves = steps(c, a.id, 'appealId', limit, granted);
  const from = (first: (cal: Calendar) => Instant) => (by: Counting) =>
    moves.reduce((due, step) => step.move(due, by(step.at)), first(by(a.receivedAt)));
  const plain = from((cal) => deadline(cal, a.receivedAt, limit));
  return limit.unit === 'days'
    ? [plain, from((cal) => extend(cal, deadline(cal, a.receivedAt, limit), 1, 'workingDays'))]
    : [plain];
}

function steps(c: Case, id: string, of: 'dispatchId' | 'appealId', limit: Limit, extensions: Step[]): Step[] {
  const pauses = c.pauses.flatMap(({ startedAt, endedAt, ...p }): Step[] =>
    p[of] === id && endedAt !== null
      ? [{ at: endedAt, move: (due, cal) => shiftForPause(cal, due, limit, startedAt, endedAt) }]
      : [],
  );
  return [...pauses, ...extensions].sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));
}

const dispatchExtensions = (c: Case, d: Dispatch) => extensionsOf(c, [d]);

/** Only the lead's extension moves the promises. */
const leadExtensions = (c: Case) =>
  extensionsOf(
    c,
    c.dispatches.filter((d) => d.role === 'lead' && d.parentId === null),
  );

const extensionsOf = (c: Case, dispatches: readonly Dispatch[]): Step[] =>
  c.requests.flatMap((r): Step[] => {
    const days = r.grantedDays ?? r.days;
    if (r.type !== 'extension' || r.status !== 'approved' || r.decidedAt === null || days === null) return [];
    const dispatch = dispatches.find((d) => d.id === r.dispatchId);
    if (!dispatch) return [];
    // What had run out before it was asked for is not moved by it.
    const move = (due: Instant, cal: Calendar) =>
      r.askedAt < due ? extend(cal, due, days, extensionUnit(dispatch)) : due;
    return [{ at: r.decidedAt, move }];
  });

function orNull<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
