import { holder } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { latestReply } from '../steps/reply.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 单位审核退回: back to the clerk; the clock has been running all along. */
export const rejectReply = dispatchVerb(
  { note: text(2000, 2, '退回意见') },
  {
    term: '审核退回',
    termEn: 'Reject reply',
    timeline: { zh: '{who}审核退回，要求修改', en: '{who} rejected the reply' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'S', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => holder('departmentHead')(actor, c, d) && d.requiresApproval !== null,
    offered: (_, d) => d.status !== 'accepted',
    ready: (_, d) => (d.status === 'awaitingApproval' ? undefined : 'noReplyToApprove'),
    change: (c, d, input, m) => {
      const reply = latestReply(c, d, 'submitted');
      if (!reply) return refuse('noReplyToApprove');
      return {
        replies: replace(c.replies, {
          ...reply,
          status: 'rejected',
          headId: m.actor.id,
          headAt: m.at,
          headNote: input.note,
        }),
        dispatches: replace(c.dispatches, { ...d, status: 'handling', submittedAt: null }),
      };
    },
  },
);
