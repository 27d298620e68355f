import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { Refusal } from '../../refusal.ts';
import { Instant, oneOf, orNull, text } from '../../schema.ts';
import { saysSomething } from '../../text/saysSomething.ts';
import { toInstant, toMs } from '../../time/instant.ts';
import { dayMs } from '../../time/localDate.ts';
import { type Case, childId, replace } from '../model/case.ts';
import { actualities, solvedStates } from '../model/children.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { Cites, cited } from '../steps/citing.ts';
import { outstanding, repliedInWords, sendReply } from '../steps/reply.ts';
import { asksContact, asksWhyUnsolved } from '../steps/replyNeeds.ts';
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
    handling: text(8000, 5, '办理情况'),
    publicReply: text(8000, 5, '公开答复'),
    recoveredLossFen: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 2 ** 50 }))),
    cites: Cites,
  },
  {
    term: '答复',
    termEn: 'Reply',
    timeline: { zh: '{who}提交答复', en: '{who} replied' },
    citizen: repliedInWords,
    button: { prominence: 'primary', key: 'f', batch: false, afterwards: 'next' },
    needs: { articles: ({ cites }) => cites ?? [] },
    from: ['awaitingDispatch', 'handling', 'awaitingReview'],
    by: holder(...departmentStaff),
    offered: (_, d) => d.status !== 'replied' && d.status !== 'accepted',
    ready: (c, d, m) => notReady(c, d, m),
    change: (c, d, input, m) => {
      if (asksContact(d, c.appeals) && !input.contactedBy) return refuse('needContact');
      if (input.contactedAt && !mayBeContact(input.contactedAt, c.appeals, m.at)) return refuse('contactAtOdd');
      if (asksWhyUnsolved(input.solved) && !saysSomething(input.unsolvedReason ?? ''))
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

/** Clocks of offices run ahead or behind, and a citizen may have been spoken to on the day before his appeal was logged. */
const [aheadMs, beforeMs] = [600_000, dayMs];

/** A day that exists, within the life of the case. */
function mayBeContact(at: Instant, appeals: Case['appeals'], now: Instant): boolean {
  const ms = Date.parse(at);
  const first = Math.min(...appeals.map((a) => toMs(a.receivedAt)));
  return Number.isFinite(ms) && toInstant(ms) === at && ms >= first - beforeMs && ms <= toMs(now) + aheadMs;
}

const notReady = (c: Case, d: Dispatch, m: Moment): Why | undefined => {
  if (d.status === 'awaitingSigning') return 'notSigned';
  if (d.status !== 'handling') return 'wrongStatus';
  return outstanding(c, d, m.at);
};
