import { departmentLine } from '../../people/directory.ts';
import { deadline } from '../../time/deadline.ts';
import { dueDay, earliest, type Instant } from '../../time/instant.ts';
import type { Limit } from '../../time/limit.ts';
import { assistDue, yellowAt } from '../../time/milestones.ts';
import { matchRule, type Subject } from '../../time/rules/matchRule.ts';
import { dispatchDeadlines, promiseDeadline } from '../../time/rules/ruleDeadlines.ts';
import type { Appeal } from '../model/appeal.ts';
import { type Case, childId } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import { refuse } from '../why.ts';

/** What the deadline rules look at; without a department for the promise to the citizen. */
export const subjectOf = (
  t: Pick<Ticket, 'kind' | 'service' | 'urgency' | 'channel' | 'categoryId'>,
  m: Moment,
  departmentId?: string,
): Subject => ({
  kind: t.kind,
  service: t.service,
  urgency: t.urgency,
  channel: t.channel,
  categoryPath: [...(t.categoryId ? (m.directory.categoryPaths.get(t.categoryId) ?? []) : [])],
  departmentPath: departmentId ? departmentLine(m.directory, departmentId) : null,
});

export const offsetOf = (t: Pick<Ticket, 'centreId'>, m: Moment): number => {
  const centre = m.directory.centres.get(t.centreId);
  if (!centre) throw new Error(`no centre ${t.centreId}`);
  return centre.utcOffsetMinutes;
};

/** The limit as frozen at dispatch. */
export const limitOf = (d: Pick<Dispatch, 'limitAmount' | 'limitUnit'>): Limit =>
  ({ amount: d.limitAmount, unit: d.limitUnit }) as Limit;

/** Extensions are in days of the limit's sort: working ones, unless the limit is in natural days. */
export const extensionUnit = (d: Pick<Dispatch, 'limitUnit'>) =>
  d.limitUnit === 'days' ? ('days' as const) : ('workingDays' as const);

type Send = {
  departmentId: string;
  role: 'lead' | 'assist';
  offset: number;
  note: string | null;
  /** The lead this assist belongs to: an assist is due before it. */
  lead?: Dispatch;
};

/** A department's dispatch with its clock frozen: limit, rule and calendar version, sign due and due, all from this moment. */
export function sendDispatch(c: Case, send: Send, m: Moment): Dispatch {
  const department = m.directory.departments.get(send.departmentId);
  if (!department) throw refuse('unknownDepartment');
  const roundKind = c.ticket.round > 1 ? 'rework' : 'first';
  const clock = dispatchDeadlines(m.calendar, m.rules, m.at, subjectOf(c.ticket, m, department.id), roundKind);
  const { limit } = clock;
  const dueAt = send.lead ? assistDue(m.calendar, m.at, send.lead.dueAt, limitOf(send.lead)) : clock.dueAt;
  const row: Dispatch = {
    id: childId(c, 'd', c.dispatches, send.offset),
    ticketId: c.ticket.id,
    departmentId: department.id,
    departmentPath: department.path,
    role: send.role,
    round: c.ticket.round,
    parentId: null,
    status: 'awaitingSigning',
    version: 1,
    clerkId: null,
    note: send.note,
    designated: null,
    requiresApproval: department.requiresApproval ? m.at : null,
    sentAt: m.at,
    sentBy: m.actor.id,
    returnDueAt: earliest(clock.returnDueAt, dueAt) ?? dueAt,
    signDueAt: earliest(clock.signDueAt, dueAt) ?? dueAt,
    signedAt: null,
    limitAmount: limit.amount,
    limitUnit: limit.unit,
    ruleId: clock.ruleId,
    ruleVersion: clock.ruleVersion,
    calendarVersion: clock.calendarVersion,
    yellowDueAt: yellowAt(m.calendar, m.at, dueAt, limit),
    originalDueAt: dueAt,
    dueAt,
    dueDay: dueDay(dueAt, offsetOf(c.ticket, m)),
    submittedAt: null,
    repliedAt: null,
    acceptedAt: null,
    endedAt: null,
    pausedAt: null,
    returnAskedAt: null,
    extendedAt: null,
    recoveredLossFen: null,
    excusedAt: null,
    excuse: null,
    nextAlarmAt: null,
  };
  return { ...row, nextAlarmAt: nextAlarm(c, row) };
}

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

/** Whether something at this instant can still move the promise: not once it was kept, nor once it was broken. */
export const isPromiseRunning = (a: Appeal, at: Instant) =>
  a.status === 'open' && a.answeredAt === null && at < a.promisedDueAt;

/** The appeal's promise by the rules in force, counted from when it was received; never from a later moment. */
export function promiseOf(
  about: Pick<Ticket, 'kind' | 'service' | 'urgency' | 'channel' | 'categoryId' | 'centreId'>,
  receivedAt: Instant,
  m: Moment,
): Pick<
  Appeal,
  'promiseAmount' | 'promiseUnit' | 'ruleId' | 'ruleVersion' | 'originalPromisedDueAt' | 'promisedDueAt' | 'promisedDay'
> {
  const clock = promiseDeadline(m.calendar, m.rules, receivedAt, subjectOf(about, m));
  const due = clock.promisedDueAt;
  return {
    promiseAmount: clock.limit.amount,
    promiseUnit: clock.limit.unit,
    ruleId: clock.ruleId,
    ruleVersion: clock.ruleVersion,
    originalPromisedDueAt: due,
    promisedDueAt: due,
    promisedDay: dueDay(due, offsetOf(about, m)),
  };
}

/**
 * A raised urgency shortens, never lengthens: due = min(old, now + the new limit), and likewise the time to sign. An assist
 * stays due before its lead; that no child is due after its parent follows by itself.
 */
export function raiseUrgency(c: Case, m: Moment): readonly Dispatch[] {
  const first = c.dispatches.find((d) => isOpen(d) && d.role === 'lead' && d.parentId === null);
  const lead = first && raised(c, first, undefined, m);
  return c.dispatches.map((d) => (!isOpen(d) ? d : d.id === lead?.id ? lead : raised(c, d, lead, m)));
}

function raised(c: Case, d: Dispatch, lead: Dispatch | undefined, m: Moment): Dispatch {
  const { rule } = matchRule(m.rules, subjectOf(c.ticket, m, d.departmentId));
  const own = deadline(m.calendar, m.at, rule.replyLimit);
  const before = lead && d.role === 'assist' ? assistDue(m.calendar, m.at, lead.dueAt, rule.replyLimit) : own;
  const dueAt = earliest(d.dueAt, own, before) ?? d.dueAt;
  const signDueAt = earliest(d.signDueAt, deadline(m.calendar, m.at, rule.signLimit), dueAt) ?? d.signDueAt;
  if (dueAt === d.dueAt && signDueAt === d.signDueAt) return d;
  if (dueAt === d.dueAt) return { ...d, signDueAt };
  const yellowDueAt = yellowAt(m.calendar, m.at, dueAt, rule.replyLimit);
  return { ...d, signDueAt, dueAt, dueDay: dueDay(dueAt, offsetOf(c.ticket, m)), yellowDueAt };
}
