import { centre, ownAppeal } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { waitsForCitizens } from '../clocks/pauses.ts';
import { endPauses } from '../clocks/pausing.ts';
import { appealChildId, type Case } from '../model/case.ts';
import { decided } from '../steps/requests.ts';
import { appealVerb } from '../verb.ts';

/** 补充: what the citizen adds; whatever waited for it goes on. */
export const supplement = appealVerb(
  { text: text(8000, 2, '补充内容') },
  {
    term: '市民补充',
    termEn: 'Supplement',
    timeline: { zh: '{who}补充情况', en: '{who} added information' },
    citizen: () => '已收到您补充的情况',
    button: { prominence: (c) => (waits(c) ? 'primary' : 'more'), key: 'u', batch: false, afterwards: 'next' },
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
      return {
        ...endPauses(c, waitsForCitizens(c, [a.id]), m),
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

/** It is taken at any time, but waited for only after a question. */
const waits = (c: Case) =>
  c.ticket.status === 'awaitingCitizen' || c.requests.some((r) => r.type === 'question' && r.status === 'open');
