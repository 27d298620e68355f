import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意挂账. */
export const refuseShelving = requestVerb(
  { decision: Type.String({ title: '不同意的理由', minLength: 2, maxLength: 2000 }) },
  {
    term: '不同意挂账',
    termEn: 'Refuse shelving',
    from: ['handling'],
    by: (actor, c, r) => r.type === 'shelving' && centre('manager')(actor, c),
    ready: (_, r) => pending(r, 'shelving'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
