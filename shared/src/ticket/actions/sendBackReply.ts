import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { replace } from '../case.ts';
import { latestReply } from '../reply.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 退回重办理: the department's reply does not stand. Its due does not move. */
export const sendBackReply = dispatchVerb(
  {
    reasonCode: Type.Optional(Type.String({ title: '退回原因', maxLength: 40 })),
    note: Type.String({ title: '退回意见', minLength: 2, maxLength: 2000 }),
  },
  {
    term: '退回修改',
    termEn: 'Send back',
    from: ['awaitingReview'],
    by: (actor, c, d) => centre('reviewer')(actor, c) && d.parentId === null && d.round === c.ticket.round,
    ready: (_, d) => (d.status === 'replied' ? undefined : 'noReplyToReview'),
    change: (c, d, input, actor, m) => {
      const reply = latestReply(c, d, 'sent');
      if (!reply) return refuse('noReplyToReview');
      const back = {
        ...reply,
        status: 'sentBack' as const,
        reviewerId: actor.id,
        reviewedAt: m.at,
        reviewNote: input.note,
        reasonCode: input.reasonCode ?? null,
      };
      return {
        replies: replace(c.replies, back),
        dispatches: replace(c.dispatches, { ...d, status: 'handling', submittedAt: null, repliedAt: null }),
        ticket: d.role === 'lead' ? { ...c.ticket, status: 'handling', repliedAt: null, reviewDueAt: null } : c.ticket,
      };
    },
  },
);
