import { bySystem, centre } from '../../people/permissions.ts';
import { resume } from '../clocks/pausing.ts';
import { ticketVerb } from '../verb.ts';

/** 解除挂账: by a supervisor, or by the clock on the review date; every clock goes on from where it stopped. */
export const endShelving = ticketVerb(
  {},
  {
    term: '解除挂账',
    termEn: 'End shelving',
    from: ['shelved'],
    by: (actor, c) => centre('supervisor', 'manager')(actor, c) || bySystem(actor),
    ready: (c, _, m) =>
      m.actor.type === 'system' &&
      !c.pauses.some((p) => p.reason === 'shelving' && p.endedAt === null && p.untilAt <= m.at)
        ? 'notDueYet'
        : undefined,
    change: (c, _, __, m) => ({ ...resume(c, 'shelving', m), ticket: { ...c.ticket, status: 'handling' } }),
  },
);
