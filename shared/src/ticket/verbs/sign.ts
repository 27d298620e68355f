import { holder } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { dispatchVerb } from '../verb.ts';

/** 签收. Unsigned when sign due passes: the clock signs by itself and it counts as late (autoSign). */
export const sign = dispatchVerb(
  {},
  {
    term: '签收',
    termEn: 'Sign for',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: holder('handler', 'departmentHead'),
    ready: (_, d) => (d.status === 'awaitingSigning' ? undefined : 'alreadySigned'),
    change: (c, d, _, m) => ({
      dispatches: replace(c.dispatches, { ...d, status: 'handling', signedAt: m.at, clerkId: m.actor.id }),
    }),
  },
);
