import * as Type from 'typebox';
import { declineReasons } from '../../catalog/reasons.ts';
import { centre } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 不予受理: outside what the hotline may take up; the citizen is told why and where to dispatch. */
export const decline = appealVerb(
  {
    reasonCode: Type.String({ title: '不予受理原因', minLength: 1, maxLength: 40 }),
    answer: Type.String({ title: '告知市民的话', minLength: 2, maxLength: 8000 }),
  },
  {
    term: '不予受理',
    termEn: 'Decline',
    reasons: declineReasons,
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('agent', 'dispatcher'),
    ready: notDirect,
    change: (c, a, input, m) => ({
      appeals: replace(c.appeals, {
        ...a,
        status: 'closed',
        outcome: 'declined',
        reasonCode: input.reasonCode,
        answer: input.answer,
        closedAt: m.at,
      }),
    }),
  },
);
