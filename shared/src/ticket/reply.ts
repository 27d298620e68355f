import { deadline } from '../time/deadline.ts';
import { matchRule } from '../time/matchRule.ts';
import { type Case, replace } from './case.ts';
import type { Reply } from './children.ts';
import { subjectOf } from './clock.ts';
import type { Dispatch } from './dispatch.ts';
import type { Moment } from './verb.ts';

/** The reply leaves the department: its clock stops here. The lead's reply puts the ticket before the reviewer. */
export function sendReply(c: Case, d: Dispatch, reply: Reply, m: Moment): Partial<Case> {
  const sent: Partial<Case> = {
    replies: replace(c.replies, { ...reply, status: 'sent' }),
    dispatches: replace(c.dispatches, { ...d, status: 'replied', submittedAt: d.submittedAt ?? m.at, repliedAt: m.at }),
  };
  if (d.role !== 'lead' || d.parentId !== null) return sent;
  const { rule } = matchRule(m.rules, subjectOf(c.ticket, m, d.departmentId));
  const reviewDueAt = deadline(m.calendar, m.at, rule.reviewLimit);
  return { ...sent, ticket: { ...c.ticket, status: 'awaitingReview', repliedAt: m.at, reviewDueAt } };
}

/** The newest reply of this turn with one of the given statuses. */
export const latestReply = (c: Case, d: Dispatch, ...statuses: readonly Reply['status'][]): Reply | undefined =>
  c.replies.findLast((r) => r.dispatchId === d.id && statuses.includes(r.status));
