import type { Actor } from '../../people/actor.ts';
import { centre, holder } from '../../people/permissions.ts';
import type { Case } from '../case.ts';
import { isOpen } from '../dispatch.ts';
import { ticketVerb } from '../verb.ts';

/**
 * 认领: a lease, not a lock: everybody sees who is at it, nobody is kept out. The centre's people claim the ticket, a
 * department's clerk the turns of the department.
 */
export const claim = ticketVerb(
  {},
  {
    term: '认领',
    termEn: 'Claim',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: (actor, c) => ofCentre(actor, c) || heldBy(actor, c).length > 0,
    ready: (c, _, __, actor) =>
      (ofCentre(actor, c) ? c.ticket.ownerId === actor.id : heldBy(actor, c).every((d) => d.clerkId === actor.id))
        ? 'ownedAlready'
        : undefined,
    change: (c, _, __, actor, m) => {
      if (ofCentre(actor, c)) return { ticket: { ...c.ticket, ownerId: actor.id, claimedAt: m.at } };
      const own = heldBy(actor, c);
      return { dispatches: c.dispatches.map((d) => (own.includes(d) ? { ...d, clerkId: actor.id } : d)) };
    },
  },
);

const ofCentre = centre('agent', 'dispatcher', 'reviewer', 'callbackAgent', 'supervisor');

const heldBy = (actor: Actor, c: Case) =>
  c.dispatches.filter((d) => isOpen(d) && holder('handler', 'departmentHead')(actor, c, d));
