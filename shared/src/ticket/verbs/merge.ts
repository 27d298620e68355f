import { centre } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import { Id, Version } from '../../schema.ts';
import { isJoinable } from '../log.ts';
import { type Case, openAppeals } from '../model/case.ts';
import { keptFromComplainedOf } from '../steps/against.ts';
import { endEverything } from '../steps/ending.ts';
import { moveAppeals } from '../steps/moving.ts';
import { ticketVerb } from '../verb.ts';
import { refuse, type Why } from '../why.ts';

/**
 * 并单: called on the ticket that is absorbed. Its open appeals go over with number, promise, answer and callback as they
 * are; its dispatches end, and it closes. The ticket that is further along absorbs the other, never the other way round.
 */
export const merge = ticketVerb(
  { into: Id, intoVersion: Version },
  {
    term: '并单',
    termEn: 'Merge',
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved'],
    other: 'into',
    by: centre('agent', 'dispatcher'),
    ready: (c) => notReady(c),
    change: (c, _, __, m) => {
      const into = m.other;
      if (!into) return refuse('notTarget');
      const why = mismatch(c, into);
      if (why) return refuse(why);
      const ended = endEverything(c, m);
      const moved = moveAppeals(ended, into, new Set(openAppeals(ended).map((a) => a.id)));
      const joined = keptFromComplainedOf(moved.to, m);
      if (joined instanceof Refusal) return joined;
      return {
        ...moved.from,
        ticket: {
          ...c.ticket,
          status: 'closed',
          outcome: 'merged',
          mergedIntoId: into.ticket.id,
          closedAt: m.at,
        },
        other: joined,
      };
    },
  },
);

function notReady(c: Case): Why | undefined {
  if (c.replies.some((r) => r.status !== 'submitted' && r.status !== 'rejected')) return 'repliedAlready';
  return c.orders.some((o) => o.endedAt === null) ? 'supervised' : undefined;
}

function mismatch(c: Case, into: Case): Why | undefined {
  if (into.ticket.centreId !== c.ticket.centreId) return 'otherCentre';
  if (!isJoinable(into)) return 'cannotMergeInto';
  return c.ticket.firstDispatchedAt !== null && into.ticket.firstDispatchedAt === null ? 'mergeTheOther' : undefined;
}
