import { bySystem } from '../../people/permissions.ts';
import { correct } from '../clocks/correction.ts';
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
    from: ['awaitingDispatch', 'awaitingCitizen', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback'],
    additive: true,
    by: bySystem,
    ready: (c, _, m) => (correct(c, m).moves.length > 0 ? undefined : 'calendarSame'),
    change: (c, _, __, m) => {
      const { moves, ...changed } = correct(c, m);
      return changed;
    },
  },
);
