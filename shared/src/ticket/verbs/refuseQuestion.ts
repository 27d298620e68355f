import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { decides } from '../steps/judging.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不予转问: the citizen need not be asked, and the department is told what it can go by. The clock has been running. */
export const refuseQuestion = requestVerb(
  { decision: text(2000, 2, '不转问的理由，或可据以办理的情况') },
  {
    term: '不予转问',
    termEn: 'Do not ask the citizen',
    timeline: { zh: '{who}不予转问市民', en: '{who} did not put the question to the citizen' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'Q', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: decides('question'),
    ready: (_, r) => pending(r, 'question'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
