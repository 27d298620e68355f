import * as Type from 'typebox';
import { text } from '../../schema.ts';
import { acceptChild, acceptLead } from '../steps/answering.ts';
import { noted } from '../steps/notes.ts';
import { latestReply } from '../steps/reply.ts';
import { judges } from '../steps/requests.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 采纳: accepting the lead's reply accepts the assists' and answers every open appeal. */
export const acceptReply = dispatchVerb(
  {
    publicReply: Type.Optional(text(8000, 5, '公开答复（可修改）')),
    note: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })),
  },
  {
    term: '采纳答复',
    termEn: 'Accept reply',
    timeline: { zh: '{who}采纳{unit}的答复', en: '{who} accepted {unit}’s reply' },
    citizen: () => '答复已通过审核',
    button: { prominence: 'primary', key: 'v', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: (actor, c, d) => judges('reviewer')(actor, c, d) && (d.parentId !== null || d.role === 'lead'),
    offered: (c, d) => d.round === c.ticket.round,
    ready: (_, d) => (d.status === 'replied' ? undefined : 'noReplyToReview'),
    change: (c, d, input, m) => {
      const reply = latestReply(c, d, 'sent');
      if (!reply) return refuse('noReplyToReview');
      const publicReply = input.publicReply ?? reply.publicReply;
      const accepted = {
        ...reply,
        publicReply,
        status: 'accepted' as const,
        reviewerId: m.actor.id,
        reviewedAt: m.at,
        reviewNote: input.note ?? null,
      };
      // What the department wrote stays on record beside what the reviewer made of it.
      const old = publicReply === reply.publicReply ? null : reply.publicReply;
      const notes = noted(c, 'correction', old, { dispatchId: d.id }, m);
      if (d.parentId !== null) return { ...acceptChild(c, d, accepted, m), notes };
      return { ...acceptLead(c, d, accepted, m), notes };
    },
  },
);
