import { bySystem } from '../../people/permissions.ts';
import { correct, corrected, stillOpen } from '../clocks/correction.ts';
import { ticketVerb } from '../verb.ts';

/**
 * 日历更正: the open clocks counted again by the calendar in force. An administrator asks for it after a preview, the
 * system does it case by case; nobody's pending work becomes stale by it.
 */
export const applyCalendar = ticketVerb(
  {},
  {
    term: '日历更正',
    termEn: 'Calendar corrected',
    timeline: { zh: '系统按更正后的工作日历重新计算时限', en: 'Clocks counted again by the corrected calendar' },
    citizen: 'notTold',
    button: null,
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: bySystem,
    ready: (c, _, m) => (correct(c, m, stillOpen).isChanged ? undefined : 'calendarSame'),
    change: (c, _, __, m) => corrected(c, m, stillOpen),
  },
);
