import { hasHeld, heldBy, worksAtCentre } from '../steps/owning.ts';
import { ticketVerb } from '../verb.ts';

/**
 * 认领: a lease, not a lock: everybody sees who is at it, nobody is kept out. The centre's people claim the ticket, a
 * department's clerk the dispatches of the department.
 */
export const claim = ticketVerb(
  {},
  {
    term: '认领',
    termEn: 'Claim',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: (actor, c) => worksAtCentre(actor, c) || hasHeld(actor, c),
    offered: (c, _, actor) => worksAtCentre(actor, c) || heldBy(actor, c).length > 0,
    ready: (c, _, m) =>
      (
        worksAtCentre(m.actor, c)
          ? c.ticket.ownerId === m.actor.id
          : heldBy(m.actor, c).every((d) => d.clerkId === m.actor.id)
      )
        ? 'ownedAlready'
        : undefined,
    change: (c, _, __, m) => {
      if (worksAtCentre(m.actor, c)) return { ticket: { ...c.ticket, ownerId: m.actor.id, claimedAt: m.at } };
      const own = heldBy(m.actor, c);
      return { dispatches: c.dispatches.map((d) => (own.includes(d) ? { ...d, clerkId: m.actor.id } : d)) };
    },
  },
);
