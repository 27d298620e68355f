import type { Instant } from '../../time/instant.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { ticketColumns } from '../clocks/columns.ts';
import { resume, resumeDispatch } from '../clocks/pausing.ts';
import { reviewClock } from '../clocks/terms.ts';
import { assists, type Case, replace } from '../model/case.ts';
import type { Reply } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { CitizenView } from '../showing.ts';
import type { Moment } from '../verb.ts';
import type { Why } from '../why.ts';

/**
 * The reply leaves the department: its clock stops here, having stood still for as long as it was paused. The lead's
 * reply puts the ticket before the reviewer; nobody waits for the citizen's word any more.
 */
export function sendReply(c: Case, dispatch: Dispatch, reply: Reply, m: Moment): Partial<Case> {
  const isLead = dispatch.role === 'lead' && dispatch.parentId === null;
  const going = { ...c, ...(isLead ? resume(c, 'question', m) : resumeDispatch(c, dispatch, m)) };
  const d = going.dispatches.find((x) => x.id === dispatch.id) ?? dispatch;
  const sent: Partial<Case> = {
    appeals: going.appeals,
    pauses: going.pauses,
    requests: going.requests,
    replies: replace(going.replies, { ...reply, status: 'sent' }),
    dispatches: replace(going.dispatches, {
      ...d,
      status: 'replied',
      submittedAt: d.submittedAt ?? m.at,
      repliedAt: m.at,
    }),
  };
  if (!isLead) return sent;
  const review = ticketColumns.review(reviewClock(c, m, d.departmentId));
  return { ...sent, ticket: { ...c.ticket, status: 'awaitingReview', repliedAt: m.at, ...review } };
}

/**
 * Why a reply may not leave yet: a unit below still owes its answer, or the lead an assist's, whose time is not over. Asked
 * when it is written and again when the head lets it go, for an answer may be sent back in between.
 */
export function outstanding(c: Case, d: Dispatch, at: Instant): Why | undefined {
  if (c.dispatches.some((child) => child.parentId === d.id && isOpen(child))) return 'childrenOutstanding';
  const isLead = d.role === 'lead' && d.parentId === null;
  return isLead && assists(c).some((a) => isOpen(a) && !hasRunOut(a, at)) ? 'assistsOutstanding' : undefined;
}

/** The newest reply of this dispatch with one of the given statuses. */
export const latestReply = (c: Case, d: Dispatch, ...statuses: readonly Reply['status'][]): Reply | undefined =>
  c.replies.findLast((r) => r.dispatchId === d.id && statuses.includes(r.status));

/** The citizen hears of a reply when it leaves the department, not while its own head still looks at it. */
export const repliedInWords = ({ department, changed }: CitizenView) =>
  changed('dispatch.repliedAt') ? `${department}已答复，热线中心正在审核` : null;
