import { bySystem } from '../../people/permissions.ts';
import { overdueQuestions } from '../clocks/pauses.ts';
import { endPauses } from '../clocks/pausing.ts';
import { ticketVerb } from '../verb.ts';

/** 补充期满: the citizen did not answer in time; the clocks go on by themselves. */
export const endQuestion = ticketVerb(
  {},
  {
    term: '补充期满',
    termEn: 'Question ran out',
    timeline: { zh: '{who}结束补充，恢复计时', en: '{who} ended the question; clocks run on' },
    citizen: 'notTold',
    button: null,
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'awaitingReview', 'shelved'],
    by: bySystem,
    ready: (c, _, m) => (overdueQuestions(c, m.at).length > 0 ? undefined : 'notDueYet'),
    change: (c, _, __, m) => endPauses(c, overdueQuestions(c, m.at), m),
  },
);
