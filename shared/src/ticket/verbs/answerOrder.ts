import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { counts } from '../model/dispatch.ts';
import { orderVerb } from '../verb.ts';

/** 督办答复: by the department the order is about; without one, by any that holds the ticket. */
export const answerOrder = orderVerb(
  { answer: text(4000, 2, '督办答复') },
  {
    term: '答复督办',
    termEn: 'Answer the order',
    timeline: { zh: '{who}答复督办', en: '{who} answered the supervision order' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'd', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: (actor, c, o) =>
      c.dispatches.some(
        (d) => (o.dispatchId === null || o.dispatchId === d.id) && counts(d) && holder(...departmentStaff)(actor, c, d),
      ),
    ready: (_, o) => (o.endedAt !== null ? 'orderEnded' : o.answeredAt !== null ? 'orderAnswered' : undefined),
    change: (c, o, input, m) => ({
      orders: replace(c.orders, { ...o, answer: input.answer, answeredBy: m.actor.id, answeredAt: m.at }),
    }),
  },
);
