import { bySystem } from '../../people/permissions.ts';
import { replace } from '../model/case.ts';
import { dispatchVerb } from '../verb.ts';

/** 系统签收: taken for signed at the instant the sign limit ran out, so it counts as late. Never by a provisional due. */
export const autoSign = dispatchVerb(
  {},
  {
    term: '系统签收',
    termEn: 'Signed by the clock',
    timeline: { zh: '{unit}签收超期，系统自动签收', en: 'Not signed in time; signed for {unit} by the system' },
    citizen: ({ department }) => `${department}已接收`,
    button: null,
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'shelved'],
    by: bySystem,
    ready: (_, d, m) =>
      d.status !== 'awaitingSigning'
        ? 'alreadySigned'
        : m.at < d.signDueAt || d.signClock.provisional
          ? 'notDueYet'
          : undefined,
    change: (c, d) => ({ dispatches: replace(c.dispatches, { ...d, status: 'handling', signedAt: d.signDueAt }) }),
  },
);
