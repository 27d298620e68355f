import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不予转问: the citizen need not be asked, and the department is told what it can go by. The clock has been running. */
export const refuseQuestion = requestVerb(
  { decision: Type.String({ title: '不转问的理由，或可据以办理的情况', minLength: 2, maxLength: 2000 }) },
  {
    term: '不予转问',
    termEn: 'Do not ask the citizen',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, r) => r.type === 'question' && r.dispatchId !== null && centre('agent', 'dispatcher')(actor, c),
    ready: (_, r) => pending(r, 'question'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
