import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { latestReply, outstanding, repliedInWords, sendReply } from '../steps/reply.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 单位审核通过: the department's head lets the reply leave; only now does the department's clock stop. */
export const approveReply = dispatchVerb(
  { note: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '审核通过',
    termEn: 'Approve reply',
    timeline: { zh: '{who}审核同意，报送中心', en: '{who} approved the reply' },
    citizen: repliedInWords,
    button: { prominence: 'primary', key: 's', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => holder('departmentHead')(actor, c, d) && d.requiresApproval !== null,
    offered: (_, d) => d.status !== 'accepted',
    ready: (c, d, m) => (d.status === 'awaitingApproval' ? outstanding(c, d, m.at) : 'noReplyToApprove'),
    change: (c, d, input, m) => {
      const reply = latestReply(c, d, 'submitted');
      if (!reply) return refuse('noReplyToApprove');
      const approved = { ...reply, headId: m.actor.id, headAt: m.at, headNote: input.note ?? null };
      return sendReply({ ...c, replies: replace(c.replies, approved) }, d, approved, m);
    },
  },
);
