import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { latestReply, sendReply } from '../steps/reply.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 单位审核通过: the department's head lets the reply leave; only now does the department's clock stop. */
export const approveReply = dispatchVerb(
  { note: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '审核通过',
    termEn: 'Approve reply',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => holder('departmentHead')(actor, c, d) && d.requiresApproval !== null,
    offered: (_, d) => d.status !== 'accepted',
    ready: (_, d) => (d.status === 'awaitingApproval' ? undefined : 'noReplyToApprove'),
    change: (c, d, input, m) => {
      const reply = latestReply(c, d, 'submitted');
      if (!reply) return refuse('noReplyToApprove');
      const approved = { ...reply, headId: m.actor.id, headAt: m.at, headNote: input.note ?? null };
      return sendReply({ ...c, replies: replace(c.replies, approved) }, d, approved, m);
    },
  },
);
