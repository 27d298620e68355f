import * as Type from 'typebox';
import { centre, ownAppeal } from '../../people/permissions.ts';
import { childId } from '../model/case.ts';
import { ticketVerb } from '../verb.ts';

/** 催办: counted and shown, never blocks anybody. */
export const urge = ticketVerb(
  { note: Type.Optional(Type.String({ title: '催办说明', maxLength: 1000 })) },
  {
    term: '催办',
    termEn: 'Urge',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved', 'awaitingReview'],
    additive: true,
    by: (actor, c) =>
      centre('agent', 'dispatcher', 'reviewer', 'supervisor', 'callbackAgent')(actor, c) ||
      c.appeals.some((a) => ownAppeal(actor, c, a)),
    change: (c, _, input, m) => ({
      ticket: { ...c.ticket, urgeCount: c.ticket.urgeCount + 1, lastUrgedAt: m.at },
      urges: [
        ...c.urges,
        {
          id: childId(c, 'u', c.urges),
          ticketId: c.ticket.id,
          source: m.actor.type === 'citizen' ? 'citizen' : centre('supervisor')(m.actor, c) ? 'supervisor' : 'agent',
          by: m.actor.id,
          at: m.at,
          note: input.note ?? null,
        },
      ],
    }),
  },
);
