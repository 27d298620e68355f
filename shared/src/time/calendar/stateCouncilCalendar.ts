import type { CalendarData } from './calendarData.ts';
import { stateCouncilDays, stateCouncilYears } from './stateCouncil.ts';

/** The 8-hour day of offices in China with the State Council's holidays and make-up days: what a new centre starts with. */
export const stateCouncilCalendar = (id: string, version = 1): CalendarData => ({
  id,
  version,
  name: '国务院办公厅节假日安排',
  utcOffsetMinutes: 480,
  from: `${stateCouncilYears.from}-01-01`,
  to: `${stateCouncilYears.to}-12-31`,
  periods: [
    [8 * 60, 12 * 60],
    [14 * 60, 18 * 60],
  ],
  special: stateCouncilDays(),
});
