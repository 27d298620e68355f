import { system } from '../people/actor.ts';
import type { Instant } from '../time/instant.ts';
import { ticketColumns } from './clocks/columns.ts';
import { sendDispatch } from './clocks/sent.ts';
import { withStandingClocks } from './clocks/standing.ts';
import { type AppealWords, type Given, newCase } from './log.ts';
import type { Case } from './model/case.ts';
import type { Reply } from './model/children.ts';
import { noted } from './steps/notes.ts';
import type { Moment } from './verb.ts';
import { refuse } from './why.ts';

/** A matter that another system has finished, with its original times. */
export type FinishedMatter = {
  readonly appeal: AppealWords;
  readonly departmentId: string;
  readonly receivedAt: Instant;
  /** Null where the other system did not know signing: the department then had it from the start. */
  readonly signedAt: Instant | null;
  readonly repliedAt: Instant;
  /** The internal account; empty where there was only one text. */
  readonly handling: string;
  readonly publicReply: string;
  /** What could not be put anywhere else, kept as it came. */
  readonly remarks?: readonly string[];
};

/**
 * 历史件: the case as it ended elsewhere, with clocks by the rules and calendar of `m` running from the original times,
 * so that the figures treat it like any other. It is closed: nobody is called back and no card is raised. `m.at` is the
 * moment of the import.
 * @throws Refusal when a time contradicts another, or no rule or calendar data covers it.
 */
export function importedCase(matter: FinishedMatter, given: Omit<Given, 'receivedAt'>, m: Moment): Case {
  const { receivedAt, repliedAt, departmentId } = matter;
  const signedAt = matter.signedAt ?? receivedAt;
  if (repliedAt < receivedAt) throw refuse('replyBeforeQuestion');
  if (repliedAt > m.at) throw refuse('inTheFuture');
  if (signedAt < receivedAt || signedAt > repliedAt) throw refuse('signedOutside');
  const department = m.directory.departments.get(departmentId);
  if (!department || department.centreId !== given.centreId) throw refuse('unknownDepartment');
  const then: Moment = { ...m, actor: system, at: receivedAt };
  const logged = remarked(newCase(matter.appeal, { ...given, receivedAt }, then), matter.remarks, m);
  if (logged.ticket.againstPath && department.path.startsWith(logged.ticket.againstPath))
    throw refuse('againstDepartment');
  const sent = sendDispatch(logged, { departmentId, role: 'lead', offset: 0, note: null }, then);
  const dispatch = {
    ...sent,
    status: 'accepted' as const,
    requiresApproval: null,
    signedAt,
    submittedAt: repliedAt,
    repliedAt,
    acceptedAt: repliedAt,
    endedAt: repliedAt,
    nextAlarmAt: null,
  };
  const ended = { status: 'closed' as const, outcome: 'explained' as const, closedAt: repliedAt };
  return withStandingClocks({
    ...logged,
    ticket: {
      ...logged.ticket,
      ...ended,
      ...ticketColumns.dispatching(null),
      firstDispatchedAt: receivedAt,
      repliedAt,
    },
    appeals: logged.appeals.map((a) => ({ ...a, ...ended, answeredAt: repliedAt, answer: matter.publicReply })),
    dispatches: [dispatch],
    replies: [replyOf(matter, logged, dispatch.id)],
  });
}

/** The case with what its fields could not hold as remarks of the import. */
export function remarked(c: Case, remarks: readonly string[] | undefined, m: Moment): Case {
  let notes = c.notes;
  for (const text of remarks ?? []) notes = noted({ ...c, notes }, 'remark', text, {}, { ...m, actor: system });
  return { ...c, notes };
}

const replyOf = (matter: FinishedMatter, c: Case, dispatchId: string): Reply => ({
  id: `${c.ticket.id}-r1`,
  ticketId: c.ticket.id,
  dispatchId,
  round: c.ticket.round,
  status: 'accepted',
  authorId: system.id,
  submittedAt: matter.repliedAt,
  contactedBy: null,
  contactedAt: null,
  actuality: 'confirmed',
  solved: 'explained',
  unsolvedReason: null,
  handling: matter.handling,
  publicReply: matter.publicReply,
  recoveredLossFen: null,
  headId: null,
  headAt: null,
  headNote: null,
  reviewerId: null,
  reviewedAt: matter.repliedAt,
  reviewNote: null,
  reasonCode: null,
});
