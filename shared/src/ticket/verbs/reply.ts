import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import { Instant, oneOf, orNull } from '../../schema.ts';
import { assists, type Case, childId, openAppeals, replace } from '../model/case.ts';
import { actualities, solvedStates } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import { Cites, cited } from '../steps/citing.ts';
import { sendReply } from '../steps/reply.ts';
import { cancelRequests } from '../steps/requests.ts';
import { dispatchVerb, type Moment } from '../verb.ts';
import { refuse, type Why } from '../why.ts';

/** 答复: an internal account and the words for the citizen. Leaves at once, or waits for the department's own head. */
export const reply = dispatchVerb(
  {
    contactedBy: Type.Optional(orNull(oneOf(['phone', 'visit', 'sms', 'other', 'notReached'] as const))),
    contactedAt: Type.Optional(orNull(Instant)),
    actuality: oneOf(actualities),
    solved: oneOf(solvedStates),
    unsolvedReason: Type.Optional(orNull(Type.String({ maxLength: 500 }))),
    handling: Type.String({ title: '办理情况', minLength: 5, maxLength: 8000 }),
    publicReply: Type.String({ title: '公开答复', minLength: 5, maxLength: 8000 }),
    recoveredLossFen: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 2 ** 50 }))),
    cites: Cites,
  },
  {
    term: '答复',
    termEn: 'Reply',
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: holder('handler', 'departmentHead'),
    offered: (_, d) => d.status !== 'replied' && d.status !== 'accepted',
    ready: (c, d, m) => notReady(c, d, m),
    change: (c, d, input, m) => {
      const reachable = openAppeals(c).some((a) => a.identity === 'named' && a.phone !== null);
      if (d.role === 'lead' && d.parentId === null && reachable && !input.contactedBy) return refuse('needContact');
      if ((input.solved === 'unsolved' || input.solved === 'partly') && !input.unsolvedReason)
        return refuse('needUnsolvedReason');
      const row = {
        id: childId(c, 'r', c.replies),
        ticketId: c.ticket.id,
        dispatchId: d.id,
        round: c.ticket.round,
        status: 'submitted' as const,
        authorId: m.actor.id,
        submittedAt: m.at,
        contactedBy: input.contactedBy ?? null,
        contactedAt: input.contactedAt ?? null,
        actuality: input.actuality,
        solved: input.solved,
        unsolvedReason: input.unsolvedReason ?? null,
        handling: input.handling,
        publicReply: input.publicReply,
        recoveredLossFen: input.recoveredLossFen ?? null,
        headId: null,
        headAt: null,
        headNote: null,
        reviewerId: null,
        reviewedAt: null,
        reviewNote: null,
        reasonCode: null,
      };
      const citations = cited(c, input.cites, { dispatchId: d.id }, m);
      if (citations instanceof Refusal) return citations;
      const requests = cancelRequests(c, [d.id], m);
      const submitted = { ...c, requests, replies: [...c.replies, row] };
      if (d.requiresApproval === null) return { ...sendReply(submitted, d, row, m), citations };
      return {
        citations,
        requests,
        replies: submitted.replies,
        dispatches: replace(c.dispatches, { ...d, status: 'awaitingApproval', submittedAt: m.at, clerkId: m.actor.id }),
      };
    },
  },
);

const notReady = (c: Case, d: Dispatch, m: Moment): Why | undefined => {
  if (d.status === 'awaitingSigning') return 'notSigned';
  if (d.status !== 'handling') return 'wrongStatus';
  if (c.dispatches.some((child) => child.parentId === d.id && isOpen(child))) return 'childrenOutstanding';
  const waiting = d.role === 'lead' && d.parentId === null && assists(c).some((a) => isOpen(a) && m.at < a.dueAt);
  return waiting ? 'assistsOutstanding' : undefined;
};
