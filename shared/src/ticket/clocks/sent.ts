import { earliest } from '../../time/instant.ts';
import { dispatchDeadlines } from '../../time/rules/ruleDeadlines.ts';
import { type Case, childId } from '../model/case.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { refuse } from '../why.ts';
import { nextAlarm } from './alarm.ts';
import { replyColumns, signColumns } from './columns.ts';
import { asItStands, type ReplyClocks, replyClocksOf, started } from './counting.ts';
import { offsetOf, ruleFor, subjectOf } from './subject.ts';

type Send = {
  departmentId: string;
  role: 'lead' | 'assist';
  offset: number;
  note: string | null;
  /** The lead this assist belongs to, or the dispatch it was sent on from: this one is due before it. */
  lead?: Dispatch;
};

/** A department's dispatch with its clocks, for signing and for the reply, from this moment. */
export function sendDispatch(c: Case, send: Send, m: Moment): Dispatch {
  const department = m.directory.departments.get(send.departmentId);
  if (!department) throw refuse('unknownDepartment');
  const roundKind = c.ticket.round > 1 ? 'rework' : 'first';
  const id = childId(c, 'd', c.dispatches, send.offset);
  const { limit, returnDueAt } = dispatchDeadlines(
    m.calendar,
    m.rules,
    m.at,
    subjectOf(c.ticket, m, department.id),
    roundKind,
  );
  const { rule, kept } = ruleFor(c.ticket, m, department.id);
  const { lead } = send;
  const from = { startedAt: m.at, rule: kept };
  // The lead may have been sent with this very step.
  const known: ReplyClocks = (of) => (of === lead?.id ? lead.replyClock : replyClocksOf(c)(of));
  const before = lead ? asItStands(lead.id, lead.replyClock, m.at) : null;
  const replyClock = started({ of: 'reply', ...from, limits: [limit], before }, m.calendar, known);
  const signClock = started(
    { of: 'signing', ...from, limits: [rule.signLimit], notAfter: asItStands(id, replyClock, m.at) },
    m.calendar,
    (of) => (of === id ? replyClock : known(of)),
  );
  const { dueAt } = replyClock;
  const row: Dispatch = {
    id,
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
    returnDueAt: earliest(returnDueAt, dueAt) ?? dueAt,
    ...signColumns(signClock),
    signedAt: null,
    ...replyColumns(replyClock, offsetOf(c.ticket, m), m),
    submittedAt: null,
    repliedAt: null,
    acceptedAt: null,
    endedAt: null,
    returnAskedAt: null,
    extendedAt: null,
    recoveredLossFen: null,
    excusedAt: null,
    excuse: null,
    nextAlarmAt: null,
  };
  return { ...row, nextAlarmAt: nextAlarm(c, row) };
}
