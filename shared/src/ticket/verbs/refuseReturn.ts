import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { decides } from '../steps/judging.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意退单: nothing was won, the clock has been running. */
export const refuseReturn = requestVerb(
  { decision: text(2000, 2, '不同意的理由') },
  {
    term: '不同意退单',
    termEn: 'Refuse return',
    timeline: { zh: '{who}不同意{unit}退单', en: '{who} refused {unit}’s return' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'T', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: decides('return'),
    ready: (_, r) => pending(r, 'return'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
