import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { ticketColumns } from '../clocks/columns.ts';
import { sendDispatch } from '../clocks/sent.ts';
import type { Case } from '../model/case.ts';
import { judging } from '../steps/judging.ts';
import { decided } from '../steps/requests.ts';
import { mayReceive } from '../steps/sending.ts';
import { ticketVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 重办: one more round, the same lead, the rework limit; no new promise, and when round 1 answered stands. */
export const rework = ticketVerb(
  { note: text(2000, 2, '重办要求') },
  {
    term: '重办',
    termEn: 'Rework',
    timeline: { zh: '{who}发起重办', en: '{who} ordered a rework' },
    citizen: ({ department }) => `诉求重新办理，由${department}承办`,
    button: {
      prominence: (c) => (c.requests.some((r) => r.type === 'rework' && r.status === 'open') ? 'primary' : 'secondary'),
      key: 'w',
      batch: false,
      afterwards: 'next',
    },
    from: ['awaitingReview', 'awaitingCallback'],
    by: centre(...judging.rework.roles),
    ready: (c) => (acceptedLead(c) ? undefined : 'noRework'),
    change: (c, _, input, m) => {
      const last = acceptedLead(c);
      if (!last) return refuse('noRework');
      const department = mayReceive(c, last.departmentId, m);
      if (typeof department === 'string') return refuse(department);
      const next = { ...c, ticket: { ...c.ticket, round: c.ticket.round + 1 } };
      const sent = sendDispatch(
        next,
        { departmentId: last.departmentId, role: 'lead', offset: 0, note: input.note },
        m,
      );
      return {
        ticket: {
          ...next.ticket,
          status: 'handling',
          repliedAt: null,
          ...ticketColumns.review(null),
          ...ticketColumns.callback(null),
        },
        dispatches: [...c.dispatches, sent],
        callbacks: c.callbacks.map((b) =>
          b.round === c.ticket.round && b.completedAt === null ? { ...b, cancelledAt: m.at } : b,
        ),
        appeals: c.appeals.map((a) => (a.status === 'answered' ? { ...a, status: 'open' } : a)),
        requests: c.requests.map((r) =>
          r.type === 'rework' && r.status === 'open' ? decided(r, 'approved', input.note, m) : r,
        ),
      };
    },
  },
);

/** The lead of this round whose reply was accepted; a reply still under review is sent back, not reworked. */
const acceptedLead = (c: Case) =>
  c.appeals.some((a) => a.status === 'answered')
    ? c.dispatches.find(
        (d) => d.round === c.ticket.round && d.role === 'lead' && d.parentId === null && d.status === 'accepted',
      )
    : undefined;
