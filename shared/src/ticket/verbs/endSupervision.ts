import { centre } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { orderVerb } from '../verb.ts';

/** 解除督办. */
export const endSupervision = orderVerb(
  {},
  {
    term: '解除督办',
    termEn: 'End supervision',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback', 'closed'],
    additive: true,
    by: centre('supervisor', 'manager'),
    ready: (_, o) => (o.endedAt !== null ? 'orderEnded' : undefined),
    change: (c, o, _, m) => ({ orders: replace(c.orders, { ...o, endedBy: m.actor.id, endedAt: m.at }) }),
  },
);
