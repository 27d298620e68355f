import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id } from '../../schema.ts';
import { unanswered } from '../steps/requests.ts';
import { returnsLeft, sendAll, sentOut } from '../steps/sending.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 派单: the clock of each department starts now, not when it signs. */
export const dispatch = ticketVerb(
  {
    leadId: Id,
    assistIds: Type.Array(Id, { title: '协办单位', maxItems: 10 }),
    note: Type.Optional(Type.String({ title: '派单意见', maxLength: 2000 })),
  },
  {
    term: '派单',
    termEn: 'Dispatch',
    // A citizen who does not answer holds nobody up for ever.
    from: ['awaitingDispatch', 'awaitingCitizen'],
    by: centre('dispatcher', 'agent'),
    ready: (c, _, m) => (returnsLeft(c, m) <= 0 ? 'onlyDesignate' : undefined),
    change: (c, _, input, m) => {
      const sent = sendAll(c, input.leadId, input.assistIds, input.note ?? null, m);
      if (typeof sent === 'string') return refuse(sent);
      return {
        ticket: sentOut(c.ticket, input.leadId, m),
        requests: unanswered(c, m),
        dispatches: [...c.dispatches, ...sent],
      };
    },
  },
);
