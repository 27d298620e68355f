import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Id, oneOf, text } from '../../schema.ts';
import { ownColumns } from '../clocks/columns.ts';
import { orderClock } from '../clocks/terms.ts';
import { childId } from '../model/case.ts';
import { counts } from '../model/dispatch.ts';
import { skippedNumbers, ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 督办: a formal order with number, level and its own due. */
export const supervise = ticketVerb(
  {
    level: oneOf(['centre', 'city', 'leader'] as const),
    demand: text(2000, 2, '督办要求'),
    days: Type.Integer({ title: '督办时限（工作日）', minimum: 1, maximum: 60 }),
    dispatchId: Type.Optional(Id),
  },
  {
    term: '督办',
    termEn: 'Supervise',
    timeline: { zh: '{who}下达督办', en: '{who} issued a supervision order' },
    citizen: () => '热线中心已督办',
    button: { prominence: 'secondary', key: 'd', batch: false, afterwards: 'stay' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: centre('supervisor', 'manager'),
    change: (c, _, input, m) => {
      if (input.dispatchId && !c.dispatches.some((d) => d.id === input.dispatchId && counts(d)))
        return refuse('notTarget');
      const order = {
        id: childId(c, 'o', c.orders),
        ticketId: c.ticket.id,
        dispatchId: input.dispatchId ?? null,
        number: `${c.ticket.number}-督${c.orders.length + 1 + skippedNumbers(m, c.ticket.receivedAt)}`,
        level: input.level,
        demand: input.demand,
        issuedBy: m.actor.id,
        issuedAt: m.at,
        ...ownColumns(orderClock(input.days, m)),
        answer: null,
        answeredBy: null,
        answeredAt: null,
        endedBy: null,
        endedAt: null,
      };
      return { orders: [...c.orders, order] };
    },
  },
);
