import * as Type from 'typebox';
import { hasRunOut } from '../clocks/clock.ts';
import { pause, resume } from '../clocks/pausing.ts';
import { openAppeals, replace } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { decides } from '../steps/judging.ts';
import { decided, dispatchOf, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 同意挂账: dispatches and promises stand still until the review date. */
export const approveShelving = requestVerb(
  { decision: Type.Optional(Type.String({ title: '审核意见', maxLength: 2000 })) },
  {
    term: '同意挂账',
    termEn: 'Approve shelving',
    timeline: { zh: '{who}同意挂账，时限暂停', en: '{who} approved shelving; clocks pause' },
    citizen: () => '经批准，暂缓办理',
    button: { prominence: 'primary', key: 'g', batch: false, afterwards: 'next' },
    from: ['handling'],
    by: decides('shelving'),
    ready: (c, r, m) => {
      const notPending = pending(r, 'shelving');
      if (notPending) return notPending;
      // A clock that has run out cannot stand still any more.
      const dispatch = dispatchOf(c, r);
      if (!dispatch || hasRunOut(dispatch, m.at)) return 'clockRunOut';
      return r.reviewAt !== null && r.reviewAt > m.at ? undefined : 'reviewDatePast';
    },
    change: (c, r, input, m) => {
      if (r.reviewAt === null) return refuse('reviewDatePast');
      // A question that was waiting ends here, or its end would set one clock going while all others stand still.
      const going = { ...c, ...resume(c, 'question', m) };
      return {
        ...going,
        requests: replace(c.requests, decided(r, 'approved', input.decision ?? null, m)),
        pauses: pause(
          going,
          'shelving',
          going.dispatches.filter(isOpen),
          openAppeals(going),
          { untilAt: r.reviewAt, clock: null },
          m,
        ),
        ticket: { ...c.ticket, status: 'shelved' },
      };
    },
  },
);
