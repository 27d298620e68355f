import * as Type from 'typebox';
import { replace } from '../model/case.ts';
import { decided, dispatchOf, judges, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意退单: nothing was won, the clock has been running. */
export const refuseReturn = requestVerb(
  { decision: Type.String({ title: '不同意的理由', minLength: 2, maxLength: 2000 }) },
  {
    term: '不同意退单',
    termEn: 'Refuse return',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, r) => r.type === 'return' && judges('dispatcher', 'supervisor')(actor, c, dispatchOf(c, r)),
    ready: (_, r) => pending(r, 'return'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
