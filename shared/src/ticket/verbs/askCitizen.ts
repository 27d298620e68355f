import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id, text } from '../../schema.ts';
import { pause } from '../clocks/pausing.ts';
import { questionClock } from '../clocks/terms.ts';
import { type Case, replace } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { judging } from '../steps/judging.ts';
import { decided, newRequest } from '../steps/requests.ts';
import { appealVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/**
 * 请市民补充: before dispatch the ticket waits; during handling, on a department's question, reply clocks and the asked
 * appeal's promise stand still for at most the rule's days, and go on by themselves.
 */
export const askCitizen = appealVerb(
  {
    question: text(2000, 2, '请市民补充的内容'),
    requestId: Type.Optional(Id),
  },
  {
    term: '请市民补充',
    termEn: 'Ask the citizen',
    timeline: { zh: '{who}请市民补充情况', en: '{who} asked the citizen for more' },
    citizen: () => '请您补充情况',
    button: {
      prominence: (c) => (questionOf(c) ? 'primary' : 'secondary'),
      key: 'w',
      batch: false,
      afterwards: 'next',
    },
    unasked: ['requestId'],
    from: ['awaitingDispatch', 'handling'],
    by: centre(...judging.question.roles),
    ready: (c, a) => {
      if (a.status !== 'open') return 'appealNotOpen';
      if (questionOf(c)) return undefined;
      if (c.ticket.status === 'handling') return 'noOpenQuestion';
      return c.dispatches.some(isOpen) ? 'dispatchesOpen' : undefined;
    },
    change: (c, a, input, m) => {
      const request = questionOf(c, input.requestId);
      if (!request) {
        if (c.ticket.status === 'handling' || input.requestId) return refuse('noOpenQuestion');
        const asked = newRequest(c, null, 'question', { reason: input.question, appealId: a.id }, m);
        return { ticket: { ...c.ticket, status: 'awaitingCitizen' }, requests: [...c.requests, asked] };
      }
      const clock = questionClock(c, m);
      return {
        requests: replace(c.requests, decided({ ...request, appealId: a.id }, 'approved', input.question, m)),
        pauses: pause(c, 'question', c.dispatches.filter(isOpen), [a], { untilAt: clock.dueAt, clock }, m),
      };
    },
  },
);

/** The department's open question to put to the citizen: the one named, or the first. */
const questionOf = (c: Case, id?: string) =>
  c.requests.find(
    (r) => r.type === 'question' && r.status === 'open' && r.dispatchId !== null && (id === undefined || r.id === id),
  );
