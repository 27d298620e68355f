import { handoffTargets } from '../../catalog/reasons.ts';
import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { notDirect } from '../steps/direct.ts';
import { appealVerb } from '../verb.ts';

/** 移送: to 110 and other lines that are not the hotline's; the citizen is told whom to turn to. */
export const handOff = appealVerb(
  {
    reasonCode: text(40, 1, '移送对象'),
    answer: text(8000, 2, '告知市民的话'),
  },
  {
    term: '移送',
    termEn: 'Hand off',
    timeline: { zh: '{who}移送其他渠道办理', en: '{who} handed the matter off' },
    citizen: () => '已移送有权处理的单位，办理方式见答复',
    button: { prominence: 'more', key: 's', batch: false, afterwards: 'next' },
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
