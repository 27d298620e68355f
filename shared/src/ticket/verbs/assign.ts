import { Id, orNull } from '../../schema.ts';
import { handedOver, handsOut, hasHeld, heldBy } from '../steps/owning.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 分配: a work item to a colleague, or to nobody: the ticket within the centre, a department's dispatches within it. */
export const assign = ticketVerb(
  { personId: orNull(Id) },
  {
    term: '分配',
    termEn: 'Assign',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    person: true,
    by: (actor, c) => handsOut(actor, c) || hasHeld(actor, c),
    offered: (c, _, actor) => handsOut(actor, c) || heldBy(actor, c).length > 0,
    change: (c, _, { personId }, m) => {
      const given = m.person ? handedOver(m.actor, m.person, c) : null;
      if (personId !== null && !given?.ticket && !given?.dispatches.length) return refuse('notAssignable');
      const claimedAt = personId && m.at;
      if (handsOut(m.actor, c)) return { ticket: { ...c.ticket, ownerId: personId, claimedAt } };
      const dispatches = given?.dispatches ?? heldBy(m.actor, c);
      return { dispatches: c.dispatches.map((d) => (dispatches.includes(d) ? { ...d, clerkId: personId } : d)) };
    },
  },
);
