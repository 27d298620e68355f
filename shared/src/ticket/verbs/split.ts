import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import { Id, text } from '../../schema.ts';
import { waitsForCitizens } from '../clocks/pauses.ts';
import { endPauses } from '../clocks/pausing.ts';
import { withStandingClocks } from '../clocks/standing.ts';
import { newTicket } from '../log.ts';
import { type Case, openAppeals } from '../model/case.ts';
import { keptFromComplainedOf } from '../steps/against.ts';
import { moveAppeals } from '../steps/moving.ts';
import { decided } from '../steps/requests.ts';
import { ticketVerb } from '../verb.ts';
import { refuse, type Why } from '../why.ts';

/**
 * 拆单: chosen appeals leave for a ticket of their own, which gets its own number and waits to be dispatched. Promises do
 * not move, and the centre's time for dispatching, met or missed with the first ticket, does not run a second time.
 */
export const split = ticketVerb(
  {
    appealIds: Type.Array(Id, { title: '拆出的诉求', minItems: 1, maxItems: 100 }),
    title: Type.Optional(text(120, 2)),
  },
  {
    term: '拆单',
    termEn: 'Split',
    timeline: {
      zh: '{who}拆出部分诉求，另件办理',
      en: '{who} split appeals off',
      linked: {
        here: { zh: '{who}拆出部分诉求，另立 {ticket}', en: '{who} split appeals off into {ticket}' },
        there: { zh: '{who}由 {ticket} 拆出本件', en: '{who} split this ticket off {ticket}' },
      },
    },
    citizen: () => '单独办理，您的编号和承诺时限不变',
    button: { prominence: 'secondary', key: 'M', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling'],
    needs: { other: 'new' },
    by: centre('agent', 'dispatcher'),
    offered: (c) => c.appeals.length > 1,
    ready: (c) => (openAppeals(c).length < 2 ? 'lastAppeal' : undefined),
    change: (c, _, input, m) => {
      const ids = new Set(input.appealIds);
      const why = unfit(c, ids);
      if (why) return refuse(why);
      if (!m.fresh) throw new Error('a split needs an id and a number for its new ticket');
      // A question put to a citizen who leaves holds nobody up any more.
      const going = { ...c, ...endPauses(c, waitsForCitizens(c, [...ids]), m) };
      const requests = going.requests.map((r) =>
        r.status === 'open' && r.appealId !== null && ids.has(r.appealId) ? decided(r, 'cancelled', null, m) : r,
      );
      const first = openAppeals(c).find((a) => ids.has(a.id));
      if (!first) return refuse('notChosen');
      const made = newTicket(c.ticket, first, { ...m.fresh, title: input.title ?? first.title });
      const { from, to } = moveAppeals({ ...going, requests }, made, ids);
      const left = keptFromComplainedOf(from, m);
      const taken = keptFromComplainedOf(to, m);
      if (left instanceof Refusal) return left;
      return taken instanceof Refusal ? taken : { ...left, other: withStandingClocks(taken) };
    },
  },
);

function unfit(c: Case, ids: ReadonlySet<string>): Why | undefined {
  const open = openAppeals(c);
  const chosen = open.filter((a) => ids.has(a.id));
  if (chosen.length !== ids.size) return 'notChosen';
  return chosen.length === open.length ? 'lastAppeal' : undefined;
}
