import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { ticketColumns } from '../clocks/columns.ts';
import { callbackClock, reviewClock } from '../clocks/terms.ts';
import { lead } from '../model/case.ts';
import { owedUntil } from '../steps/answering.ts';
import { noted } from '../steps/notes.ts';
import { ticketVerb } from '../verb.ts';

/** 撤销办结: corrects a mistaken close; the appeals that closed with it stand where they stood before. */
export const reopen = ticketVerb(
  { reason: text(2000, 2, '撤销办结的理由') },
  {
    term: '撤销办结',
    termEn: 'Reopen',
    timeline: { zh: '{who}撤销办结', en: '{who} reopened the ticket' },
    citizen: () => '诉求恢复办理',
    button: { prominence: 'more', key: 'R', batch: false, afterwards: 'next' },
    from: ['closed'],
    by: centre('reviewer', 'supervisor'),
    ready: (c) => (c.ticket.outcome === 'merged' ? 'mergedAway' : undefined),
    change: (c, _, { reason }, m) => {
      const appeals = c.appeals.map((a) => {
        if (a.closedAt !== c.ticket.closedAt) return a;
        const dispatched = a.answeredAt !== null && a.outcome !== 'answered';
        return {
          ...a,
          status: dispatched ? ('answered' as const) : ('open' as const),
          closedAt: null,
          outcome: null,
          ...(dispatched ? {} : { answeredAt: null, answer: null, reasonCode: null }),
        };
      });
      const answered = appeals.some((a) => a.status === 'answered');
      const clock = answered ? callbackClock(c, m) : null;
      // A lead's reply that was before the reviewer is there again: nobody else leads the round beside it.
      const replied = answered ? undefined : lead(c);
      const review = replied?.status === 'replied' ? reviewClock(c, m, replied.departmentId) : null;
      return {
        appeals,
        notes: noted(c, 'remark', reason, {}, m),
        ...(clock ? owedUntil(c, clock, m) : {}),
        ticket: {
          ...c.ticket,
          status: answered ? 'awaitingCallback' : review ? 'awaitingReview' : 'awaitingDispatch',
          ...ticketColumns.review(review),
          ...ticketColumns.callback(clock),
          closedAt: null,
          outcome: null,
        },
      };
    },
  },
);
