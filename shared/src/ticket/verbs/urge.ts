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
    timeline: { zh: '{who}催办', en: '{who} urged' },
    citizen: ({ by }) => (by === 'citizen' ? '已收到您的催办' : '热线中心已催办'),
    button: { prominence: 'secondary', key: 'c', batch: true, afterwards: 'stay' },
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
