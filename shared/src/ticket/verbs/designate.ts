import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id, text } from '../../schema.ts';
import { unanswered } from '../steps/requests.ts';
import { returnsLeft, sendAll, sentOut } from '../steps/sending.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 指定承办: after too many returns somebody must; a designated department cannot return. */
export const designate = ticketVerb(
  {
    leadId: Id,
    assistIds: Type.Array(Id, { title: '协办单位', maxItems: 10 }),
    note: text(2000, 2, '指定理由'),
  },
  {
    term: '指定承办',
    termEn: 'Designate',
    timeline: { zh: '{who}指定承办：{units}', en: '{who} designated {units}' },
    citizen: ({ department }) => `已指定${department}办理`,
    button: { prominence: 'primary', key: 'i', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('dispatcher', 'supervisor'),
    ready: (c, _, m) => (returnsLeft(c, m) > 0 ? 'notYetDesignate' : undefined),
    change: (c, _, input, m) => {
      const sent = sendAll(c, input.leadId, input.assistIds, input.note, m);
      if (typeof sent === 'string') return refuse(sent);
      return {
        ticket: sentOut(c.ticket, input.leadId, m),
        requests: unanswered(c, m),
        dispatches: [...c.dispatches, ...sent.map((d) => ({ ...d, designated: m.at }))],
      };
    },
  },
);
