import * as Type from 'typebox';
import { invalidReasons } from '../../catalog/reasons.ts';
import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 无效: a wrong number, a nuisance, nothing that can be handled. */
export const markInvalid = appealVerb(
  {
    reasonCode: text(40, 1, '无效原因'),
    note: Type.Optional(Type.String({ title: '告知市民的话', maxLength: 1000 })),
  },
  {
    term: '认定无效',
    termEn: 'Mark invalid',
    timeline: { zh: '{who}认定为无效诉求', en: '{who} marked the appeal invalid' },
    citizen: () => '诉求无法受理',
    button: { prominence: 'destructive', key: 'L', batch: false, afterwards: 'next' },
    reasons: invalidReasons,
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('agent', 'dispatcher'),
    ready: notDirect,
    change: (c, a, input, m) => ({
      appeals: replace(c.appeals, {
        ...a,
        status: 'closed',
        outcome: 'invalid',
        reasonCode: input.reasonCode,
        answer: input.note ?? null,
        closedAt: m.at,
      }),
    }),
  },
);
