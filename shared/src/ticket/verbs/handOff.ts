import * as Type from 'typebox';
import { handoffTargets } from '../../catalog/reasons.ts';
import { centre } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 移送: to 110 and other lines that are not the hotline's; the citizen is told whom to turn to. */
export const handOff = appealVerb(
  {
    reasonCode: Type.String({ title: '移送对象', minLength: 1, maxLength: 40 }),
    answer: Type.String({ title: '告知市民的话', minLength: 2, maxLength: 8000 }),
  },
  {
    term: '移送',
    termEn: 'Hand off',
    reasons: handoffTargets,
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('agent', 'dispatcher'),
    ready: notDirect,
    change: (c, a, input, m) => ({
      appeals: replace(c.appeals, {
        ...a,
        status: 'closed',
        outcome: 'transferred',
        reasonCode: input.reasonCode,
        answer: input.answer,
        closedAt: m.at,
      }),
    }),
  },
);
