import { centre } from '../../people/permissions.ts';
import { Id, orNull } from '../../schema.ts';
import { ticketVerb } from '../verb.ts';

/** 分配: a work item to somebody else, or to nobody. */
export const assign = ticketVerb(
  { personId: orNull(Id) },
  {
    term: '分配',
    termEn: 'Assign',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: centre('dispatcher', 'supervisor', 'manager'),
    change: (c, _, input, __, m) => ({
      ticket: { ...c.ticket, ownerId: input.personId, claimedAt: input.personId ? m.at : null },
    }),
  },
);
