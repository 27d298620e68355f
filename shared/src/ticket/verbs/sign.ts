import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { replace } from '../model/case.ts';
import { dispatchVerb } from '../verb.ts';

/** 签收. Unsigned when sign due passes: the clock signs by itself and it counts as late (autoSign). */
export const sign = dispatchVerb(
  {},
  {
    term: '签收',
    termEn: 'Sign for',
    timeline: { zh: '{who}签收', en: '{who} signed for it' },
    citizen: ({ department }) => `${department}已签收`,
    button: { prominence: 'primary', key: 'q', batch: true, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: holder(...departmentStaff),
    ready: (_, d) => (d.status === 'awaitingSigning' ? undefined : 'alreadySigned'),
    change: (c, d, _, m) => ({
      dispatches: replace(c.dispatches, { ...d, status: 'handling', signedAt: m.at, clerkId: m.actor.id }),
    }),
  },
);
