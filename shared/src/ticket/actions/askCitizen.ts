import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id } from '../../schema.ts';
import { deadline } from '../../time/deadline.ts';
import { matchRule } from '../../time/matchRule.ts';
import { replace } from '../case.ts';
import { subjectOf } from '../clock.ts';
import { isOpen } from '../dispatch.ts';
import { pause } from '../pausing.ts';
import { decided, newRequest } from '../requests.ts';
import { appealVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/**
 * 请市民补充: before dispatch the ticket waits; during handling, on a department's question, reply clocks and the asked
 * appeal's promise stand still for at most the rule's days, and go on by themselves.
 */
export const askCitizen = appealVerb(
  {
    question: Type.String({ title: '请市民补充的内容', minLength: 2, maxLength: 2000 }),
    requestId: Type.Optional(Id),
  },
  {
    term: '请市民补充',
    termEn: 'Ask the citizen',
    from: ['awaitingDispatch', 'handling'],
    by: centre('agent', 'dispatcher'),
    ready: (c, a) => {
      if (a.status !== 'open') return 'appealNotOpen';
      const asked = c.requests.some((r) => r.type === 'question' && r.status === 'open' && r.dispatchId !== null);
      return c.ticket.status === 'handling' && !asked ? 'noOpenQuestion' : undefined;
    },
    change: (c, a, input, actor, m) => {
      if (c.ticket.status === 'awaitingDispatch') {
        const asked = newRequest(c, null, 'question', { reason: input.question, appealId: a.id }, actor, m);
        return { ticket: { ...c.ticket, status: 'awaitingCitizen' }, requests: [...c.requests, asked] };
      }
      const request = c.requests.find(
        (r) =>
          r.type === 'question' &&
          r.status === 'open' &&
          r.dispatchId !== null &&
          (!input.requestId || r.id === input.requestId),
      );
      if (!request) return refuse('noOpenQuestion');
      const { rule } = matchRule(m.rules, subjectOf(c.ticket, m));
      const untilAt = deadline(m.calendar, m.at, { amount: rule.maxQuestionDays, unit: 'workingDays' });
      return {
        requests: replace(c.requests, decided({ ...request, appealId: a.id }, 'approved', input.question, actor, m)),
        pauses: pause(c, 'question', c.dispatches.filter(isOpen), [a], untilAt, m),
      };
    },
  },
);
