import { centre } from '../../people/permissions.ts';
import { ticketVerb } from '../verb.ts';

/** 认领: a lease, not a lock: everybody sees who is at it, nobody is kept out. */
export const claim = ticketVerb(
  {},
  {
    term: '认领',
    termEn: 'Claim',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: centre('agent', 'dispatcher', 'reviewer', 'callbackAgent', 'supervisor'),
    ready: (c, _, __, actor) => (c.ticket.ownerId === actor.id ? 'ownedAlready' : undefined),
    change: (c, _, __, actor, m) => ({ ticket: { ...c.ticket, ownerId: actor.id, claimedAt: m.at } }),
  },
);
