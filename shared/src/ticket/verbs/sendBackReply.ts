import * as Type from 'typebox';
import { sendBackReasons } from '../../catalog/reasons.ts';
import { text } from '../../schema.ts';
import { ticketColumns } from '../clocks/columns.ts';
import { stoodStill } from '../clocks/pausing.ts';
import { type Case, dispatchPauseId, replace } from '../model/case.ts';
import type { Pause } from '../model/children.ts';
import { isOpen } from '../model/dispatch.ts';
import { latestReply } from '../steps/reply.ts';
import { judges } from '../steps/requests.ts';
import { dispatchVerb, type Moment } from '../verb.ts';
import { refuse } from '../why.ts';

/** 退回重办理: the department's reply does not stand. Its due does not move. */
export const sendBackReply = dispatchVerb(
  {
    reasonCode: Type.Optional(Type.String({ title: '退回原因', maxLength: 40 })),
    note: text(2000, 2, '退回意见'),
  },
  {
    term: '退回修改',
    termEn: 'Send back',
    timeline: { zh: '{who}退回{unit}的答复，要求修改', en: '{who} sent {unit}’s reply back' },
    citizen: ({ department }) => `答复还需完善，已请${department}继续办理`,
    button: { prominence: 'primary', key: 'V', batch: false, afterwards: 'next' },
    reasons: sendBackReasons,
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: judges('reviewer'),
    offered: (c, d) => d.round === c.ticket.round,
    ready: (c, d) => {
      if (d.status !== 'replied') return 'noReplyToReview';
      if (c.dispatches.some((x) => isOpen(x) && x.departmentId === d.departmentId && x.parentId === d.parentId))
        return 'holdsAnother';
      const parent = c.dispatches.find((p) => p.id === d.parentId);
      return parent && !isOpen(parent) ? 'parentReplied' : undefined;
    },
    change: (c, d, input, m) => {
      const reply = latestReply(c, d, 'sent');
      if (!reply) return refuse('noReplyToReview');
      const back = {
        ...reply,
        status: 'sentBack' as const,
        reviewerId: m.actor.id,
        reviewedAt: m.at,
        reviewNote: input.note,
        reasonCode: input.reasonCode ?? null,
      };
      const isLead = d.role === 'lead' && d.parentId === null;
      // Only the reviewer's own delay is given back to the department, as a pause that has already ended; a clock that had
      // run out by then stays as it is.
      const { reviewDueAt } = c.ticket;
      const credit = isLead && reviewDueAt !== null && reviewDueAt < m.at && reviewDueAt < d.dueAt ? reviewDueAt : null;
      const dispatch = { ...d, status: 'handling' as const, submittedAt: null, repliedAt: null };
      return {
        replies: replace(c.replies, back),
        dispatches: replace(c.dispatches, credit ? stoodStill(c, dispatch, credit, m.at, m) : dispatch),
        pauses: credit ? [...c.pauses, ended(c, d.id, credit, m)] : c.pauses,
        ticket: isLead ? { ...c.ticket, status: 'handling', repliedAt: null, ...ticketColumns.review(null) } : c.ticket,
      };
    },
  },
);

const ended = (c: Case, dispatchId: string, startedAt: string, m: Moment): Pause => ({
  id: dispatchPauseId(c),
  ticketId: c.ticket.id,
  dispatchId,
  appealId: null,
  reason: 'review',
  startedAt,
  clock: null,
  untilAt: m.at,
  endedAt: m.at,
});
