import { declineReasons } from '../../catalog/reasons.ts';
import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 不予受理: outside what the hotline may take up; the citizen is told why and where to dispatch. */
export const decline = appealVerb(
  {
    reasonCode: text(40, 1, '不予受理原因'),
    answer: text(8000, 2, '告知市民的话'),
  },
  {
    term: '不予受理',
    termEn: 'Decline',
    timeline: { zh: '{who}作出不予受理决定', en: '{who} declined the appeal' },
    citizen: () => '不予受理，原因见答复',
    button: { prominence: 'destructive', key: 'l', batch: false, afterwards: 'next' },
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
