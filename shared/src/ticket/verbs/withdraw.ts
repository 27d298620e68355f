import * as Type from 'typebox';
import { centre, ownAppeal } from '../../people/permissions.ts';
import { waitsForCitizens } from '../clocks/pauses.ts';
import { endPauses } from '../clocks/pausing.ts';
import { replace } from '../model/case.ts';
import { noted } from '../steps/notes.ts';
import { appealVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 撤诉: by the citizen, or by an agent for him. With the last open appeal the departments' dispatches end too. */
export const withdraw = appealVerb(
  { reason: Type.Optional(Type.String({ title: '撤诉原因', maxLength: 1000 })) },
  {
    term: '撤诉',
    termEn: 'Withdraw',
    timeline: { zh: '{who}撤回诉求', en: '{who} withdrew the appeal' },
    citizen: () => '诉求已撤回',
    button: { prominence: 'destructive', key: 'C', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, a) => centre('agent', 'dispatcher', 'reviewer')(actor, c) || ownAppeal(actor, c, a),
    ready: (_, a) => (a.status === 'open' ? undefined : 'appealNotOpen'),
    change: (c, a, { reason }, m) => {
      // It takes the appeal out of the figures: who does so in a citizen's name says what he was told.
      if (m.actor.type === 'person' && !reason?.trim()) return refuse('needWithdrawReason');
      // A question put to a citizen who withdraws holds nobody up any more.
      const going = { ...c, ...endPauses(c, waitsForCitizens(c, [a.id]), m) };
      const asked = going.appeals.find((x) => x.id === a.id) ?? a;
      return {
        ...going,
        notes: noted(c, 'remark', reason, { appealId: a.id }, m),
        appeals: replace(going.appeals, { ...asked, status: 'closed', outcome: 'withdrawn', closedAt: m.at }),
      };
    },
  },
);
