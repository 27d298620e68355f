import * as Type from 'typebox';
import { replace } from '../model/case.ts';
import { decided, dispatchOf, judges, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意延期: the due stays where it is. */
export const denyExtension = requestVerb(
  { decision: Type.String({ title: '不同意的理由', minLength: 2, maxLength: 2000 }) },
  {
    term: '不同意延期',
    termEn: 'Deny extension',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, r) => r.type === 'extension' && judges('reviewer', 'supervisor')(actor, c, dispatchOf(c, r)),
    ready: (_, r) => pending(r, 'extension'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
