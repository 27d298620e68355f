import { bySystem, centre } from '../../people/permissions.ts';
import { ticketVerb } from '../verb.ts';

/** 归档: a fact; after it nothing changes any more. */
export const archive = ticketVerb(
  {},
  {
    term: '归档',
    termEn: 'Archive',
    timeline: { zh: '{who}归档', en: 'Archived by {who}' },
    citizen: 'notTold',
    button: { prominence: 'more', key: 'G', batch: false, afterwards: 'next' },
    from: ['closed'],
    by: (actor, c) => centre('supervisor', 'reviewer')(actor, c) || bySystem(actor),
    ready: (c) =>
      c.orders.some((o) => o.endedAt === null)
        ? 'orderOpen'
        : c.ticket.dueProvisionalAt !== null
          ? 'stillProvisional'
          : undefined,
    change: (c, _, __, m) => ({ ticket: { ...c.ticket, archivedAt: m.at } }),
  },
);
