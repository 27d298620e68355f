import * as Type from 'typebox';
import { centre, ownAppeal } from '../../people/permissions.ts';
import { resume } from '../clocks/pausing.ts';
import { appealChildId } from '../model/case.ts';
import { decided } from '../steps/requests.ts';
import { appealVerb } from '../verb.ts';

/** 补充: what the citizen adds; whatever waited for it goes on. */
export const supplement = appealVerb(
  { text: Type.String({ title: '补充内容', minLength: 2, maxLength: 8000 }) },
  {
    term: '市民补充',
    termEn: 'Supplement',
    from: ['awaitingCitizen', 'awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    additive: true,
    by: (actor, c, a) => centre('agent', 'dispatcher', 'callbackAgent')(actor, c) || ownAppeal(actor, c, a),
    ready: (_, a) => (a.status === 'open' ? undefined : 'appealNotOpen'),
    change: (c, a, input, m) => {
      const waiting = c.ticket.status === 'awaitingCitizen';
      const note = {
        id: appealChildId(a.id, 'n', c.notes),
        ticketId: c.ticket.id,
        dispatchId: null,
        appealId: a.id,
        kind: 'supplement' as const,
        text: input.text,
        by: m.actor.id,
        at: m.at,
      };
      const asked = c.pauses.some((p) => p.reason === 'question' && p.appealId === a.id && p.endedAt === null);
      return {
        ...(asked ? resume(c, 'question', m) : {}),
        notes: [...c.notes, note],
        requests: c.requests.map((r) =>
          r.type === 'question' && r.status === 'open' && r.dispatchId === null && r.appealId === a.id
            ? decided(r, 'approved', null, m)
            : r,
        ),
        ticket: waiting ? { ...c.ticket, status: 'awaitingDispatch' } : c.ticket,
      };
    },
  },
);
