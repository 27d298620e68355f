import * as Type from 'typebox';
import { centre, ownAppeal } from '../../people/permissions.ts';
import { currentDispatches, replace } from '../case.ts';
import { isOpen } from '../dispatch.ts';
import { appealVerb } from '../verb.ts';

/** 撤诉: by the citizen, or by an agent for him. With the last open appeal the departments' turns end too. */
export const withdraw = appealVerb(
  { reason: Type.Optional(Type.String({ title: '撤诉原因', maxLength: 1000 })) },
  {
    term: '撤诉',
    termEn: 'Withdraw',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved', 'awaitingReview'],
    by: (actor, c, a) => centre('agent', 'dispatcher', 'reviewer')(actor, c) || ownAppeal(actor, c, a),
    ready: (_, a) => (a.status === 'open' ? undefined : 'appealNotOpen'),
    change: (c, a, _, __, m) => {
      const appeals = replace(c.appeals, { ...a, status: 'closed', outcome: 'withdrawn', closedAt: m.at });
      if (appeals.some((other) => other.status === 'open')) return { appeals };
      const dispatches = currentDispatches(c)
        .filter(isOpen)
        .reduce((rows, d) => replace(rows, { ...d, status: 'released', endedAt: m.at }), c.dispatches);
      return { appeals, dispatches };
    },
  },
);
