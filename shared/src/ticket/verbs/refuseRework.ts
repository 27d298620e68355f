import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { ticketColumns } from '../clocks/columns.ts';
import { callbackClock } from '../clocks/terms.ts';
import { owedUntil } from '../steps/answering.ts';
import { judging } from '../steps/judging.ts';
import { decided } from '../steps/requests.ts';
import { ticketVerb } from '../verb.ts';

/** 不予重办: the answer stands although the citizen is not satisfied; the appeals close as unresolved. */
export const refuseRework = ticketVerb(
  { decision: text(2000, 2, '不予重办的理由') },
  {
    term: '不予重办',
    termEn: 'Refuse rework',
    timeline: { zh: '{who}决定不予重办', en: '{who} refused a rework' },
    citizen: ({ changed }) => (changed('appeal.status') ? '经复核，维持原答复' : null),
    button: { prominence: 'primary', key: 'W', batch: false, afterwards: 'next' },
    from: ['awaitingReview'],
    by: centre(...judging.rework.roles),
    ready: (c) => (c.requests.some((r) => r.type === 'rework' && r.status === 'open') ? undefined : 'noRework'),
    change: (c, _, input, m) => {
      const asked = c.requests.filter((r) => r.type === 'rework' && r.status === 'open');
      const appeals = c.appeals.map((a) =>
        asked.some((r) => r.appealId === a.id) && a.status === 'answered'
          ? { ...a, status: 'closed' as const, closedAt: m.at, outcome: 'unresolved' as const }
          : a,
      );
      // The other citizens are called back from now on, and no longer for ever.
      const clock = callbackClock(c, m);
      return {
        appeals,
        ...owedUntil(c, clock, m),
        requests: c.requests.map((r) => (asked.includes(r) ? decided(r, 'refused', input.decision, m) : r)),
        ticket: {
          ...c.ticket,
          status: 'awaitingCallback',
          ...ticketColumns.review(null),
          ...ticketColumns.callback(clock),
        },
      };
    },
  },
);
