import { system } from '../people/actor.ts';
import type { Instant } from '../time/instant.ts';
import { nextAlarm } from './clocks/alarm.ts';
import type { Clock } from './clocks/clock.ts';
import { ticketColumns, withPromise, withReply } from './clocks/columns.ts';
import { withOwnDue } from './clocks/ownDue.ts';
import { sendDispatch } from './clocks/sent.ts';
import { withStandingClocks } from './clocks/standing.ts';
import { remarked } from './imported.ts';
import { type AppealWords, type Given, newCase } from './log.ts';
import type { Case } from './model/case.ts';
import type { Dispatch } from './model/dispatch.ts';
import { sentOut } from './steps/sending.ts';
import type { Moment } from './verb.ts';
import { refuse } from './why.ts';

/** A matter that another system has not finished: it goes on here, with the clocks it had. */
export type OpenMatter = {
  readonly appeal: AppealWords;
  /** Null where nobody had it yet: it waits to be dispatched. */
  readonly departmentId: string | null;
  readonly receivedAt: Instant;
  /** Null where the other system did not say when the department got it: as it was received. */
  readonly sentAt: Instant | null;
  /** Null: not signed for yet. */
  readonly signedAt: Instant | null;
  /** Until when the department was to reply, as the other system had it; null: by the rules here, from when it got it. */
  readonly dueAt: Instant | null;
  readonly promisedDueAt: Instant | null;
  /** What could not be put anywhere else, kept as it came. */
  readonly remarks?: readonly string[];
};

/**
 * 在办件: the case as it stands elsewhere, open, with its department and its clocks running from the original times. A due
 * of the other system stands as that one gave it. What became due meanwhile is found by the sweep, as for any other.
 * `m.at` is the moment of the import.
 * @throws Refusal when a time contradicts another, or no rule or calendar data covers it.
 */
export function importedOpenCase(matter: OpenMatter, given: Omit<Given, 'receivedAt'>, m: Moment): Case {
  const { receivedAt, departmentId, signedAt } = matter;
  const sentAt = matter.sentAt ?? receivedAt;
  if (receivedAt > m.at || sentAt > m.at) throw refuse('inTheFuture');
  if (sentAt < receivedAt) throw refuse('sentBeforeReceived');
  if (signedAt !== null && (signedAt < sentAt || signedAt > m.at)) throw refuse('signedOutside');
  const received = newCase(matter.appeal, { ...given, receivedAt }, { ...m, actor: system, at: receivedAt });
  const logged = remarked(promisedAt(received, matter.promisedDueAt, m), matter.remarks, m);
  if (departmentId === null) return withStandingClocks(logged);
  const department = m.directory.departments.get(departmentId);
  if (!department || department.retiredAt || department.centreId !== given.centreId) throw refuse('unknownDepartment');
  const then: Moment = { ...m, actor: system, at: sentAt };
  if (logged.ticket.againstPath && department.path.startsWith(logged.ticket.againstPath))
    throw refuse('againstDepartment');
  const sent = repliedBy(
    sendDispatch(logged, { departmentId, role: 'lead', offset: 0, note: null }, then),
    logged,
    matter,
    m,
  );
  const dispatch: Dispatch = signedAt === null ? sent : { ...sent, status: 'handling', signedAt };
  const c = withStandingClocks({
    ...logged,
    ticket: {
      ...sentOut(logged.ticket, departmentId, then),
      ...ticketColumns.dispatching(logged.ticket.dispatchClock),
    },
    dispatches: [dispatch],
  });
  return { ...c, dispatches: c.dispatches.map((d) => ({ ...d, nextAlarmAt: nextAlarm(c, d) })) };
}

function promisedAt(c: Case, dueAt: Instant | null, m: Moment): Case {
  if (dueAt === null) return c;
  const own = (clock: Clock) => withOwnDue(clock, dueAt, m.at);
  const appeals = c.appeals.map((a) => withPromise(a, own(a.promiseClock), m));
  const { promiseClock } = c.ticket;
  return { ...c, appeals, ticket: { ...c.ticket, ...ticketColumns.promise(promiseClock && own(promiseClock)) } };
}

function repliedBy(d: Dispatch, c: Case, { dueAt }: OpenMatter, m: Moment): Dispatch {
  if (dueAt === null) return d;
  const own = withReply(c.ticket, d, withOwnDue(d.replyClock, dueAt, m.at), m);
  return { ...own, returnDueAt: own.returnDueAt < dueAt ? own.returnDueAt : dueAt };
}
