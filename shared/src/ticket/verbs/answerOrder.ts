import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { counts } from '../model/dispatch.ts';
import { orderVerb } from '../verb.ts';

/** 督办答复: by the department the order is about; without one, by any that holds the ticket. */
export const answerOrder = orderVerb(
  { answer: Type.String({ title: '督办答复', minLength: 2, maxLength: 4000 }) },
  {
    term: '答复督办',
    termEn: 'Answer the order',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: (actor, c, o) =>
      c.dispatches.some(
        (d) =>
          (o.dispatchId === null || o.dispatchId === d.id) &&
          counts(d) &&
          holder('handler', 'departmentHead')(actor, c, d),
      ),
    ready: (_, o) => (o.endedAt !== null ? 'orderEnded' : o.answeredAt !== null ? 'orderAnswered' : undefined),
    change: (c, o, input, m) => ({
      orders: replace(c.orders, { ...o, answer: input.answer, answeredBy: m.actor.id, answeredAt: m.at }),
    }),
  },
);
