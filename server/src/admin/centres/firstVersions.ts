import { insertCalendar, insertRuleSet, insertSchemeSet } from '@hotline/db/centre/versions';
import type { Tx } from '@hotline/db/store/open';
import { defaultSchemes } from '@hotline/shared/assessment/defaultSchemes';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import type { Instant } from '@hotline/shared/time/instant';
import type { DeadlineRule } from '@hotline/shared/time/rules/rules';

/** The State Council's days, as a new centre takes them over. */
export const firstCalendar = (centreId: string): CalendarData => stateCouncilCalendar(`${centreId}-calendar`);

/** What a new centre counts by until somebody changes it: calendar, deadline rules and assessment schemes. */
export async function insertFirstVersions(tx: Tx, centreId: string, rules: DeadlineRule[], at: Instant): Promise<void> {
  const made = { centreId, note: null, createdAt: at, createdBy: 'system' };
  await insertCalendar(tx, firstCalendar(centreId), made);
  await insertRuleSet(tx, { id: `${centreId}-rules-1`, version: 1, rules }, made);
  await insertSchemeSet(tx, defaultSchemes(), made);
}
