import { bySystem } from '../../people/permissions.ts';
import { correct, corrected, provisionalOnly } from '../clocks/correction.ts';
import { ticketStatuses } from '../model/ticket.ts';
import { ticketVerb } from '../verb.ts';

/**
 * 时限转正: dues that were counted provisionally, beyond the calendar, counted again by the announced days, also those of what
 * was done meanwhile; the system does it case by case once the year is imported. Whatever else runs stays as it is.
 */
export const settleClocks = ticketVerb(
  {},
  {
    term: '时限转正',
    termEn: 'Clocks settled',
    timeline: {
      zh: '系统按正式公布的工作日历确定暂定时限',
      en: 'Provisional clocks settled by the announced calendar',
    },
    citizen: 'notTold',
    button: null,
    from: ticketStatuses,
    additive: true,
    by: bySystem,
    ready: (c, _, m) => (correct(c, m, provisionalOnly).isChanged ? undefined : 'calendarSame'),
    change: (c, _, __, m) => corrected(c, m, provisionalOnly),
  },
);
