import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id, text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { notOfCase } from '../steps/named.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 考核剔除: with reason and evidence; the only way out of a figure after due, listed apart. */
export const excuse = ticketVerb(
  {
    dispatchId: Type.Optional(Id),
    appealId: Type.Optional(Id),
    reason: text(2000, 5, '剔除理由及依据'),
  },
  {
    term: '考核剔除',
    termEn: 'Excuse',
    timeline: { zh: '{who}作考核剔除', en: '{who} excused it from the figures' },
    citizen: 'notTold',
    button: { prominence: 'more', key: 'E', batch: false, afterwards: 'stay' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback', 'closed'],
    additive: true,
    by: centre('supervisor'),
    ready: (c) => ([...c.dispatches, ...c.appeals].every((x) => x.excusedAt !== null) ? 'alreadyExcused' : undefined),
    change: (c, _, input, m) => {
      const unknown = notOfCase(c, input);
      if (unknown) return refuse(unknown);
      const dispatch = c.dispatches.find((d) => d.id === input.dispatchId);
      const appeal = c.appeals.find((a) => a.id === input.appealId);
      if (!dispatch && !appeal) return refuse('nothingToExcuse');
      if (dispatch?.excusedAt || appeal?.excusedAt) return refuse('alreadyExcused');
      return {
        dispatches: dispatch
          ? replace(c.dispatches, { ...dispatch, excusedAt: m.at, excuse: input.reason })
          : c.dispatches,
        appeals: appeal ? replace(c.appeals, { ...appeal, excusedAt: m.at, excuse: input.reason }) : c.appeals,
      };
    },
  },
);
