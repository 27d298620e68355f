// What a centre counts by, each in versions, and clocks counted again.
import type { Correction } from '@hotline/shared/api/admin/calendar';

export type CalendarRow = {
  id: string;
  centreId: string;
  version: number;
  data: string;
  note: string | null;
  createdAt: string;
  createdBy: string;
};
export type RuleSetRow = {
  id: string;
  centreId: string;
  version: number;
  rules: string;
  note: string | null;
  createdAt: string;
  createdBy: string;
};
/** Assessment schemes of a centre in versions, like its calendar and rules. */
export type SchemeSetRow = Omit<RuleSetRow, 'rules'> & { data: string };
/** Open clocks being counted again by a version of the calendar; the cursor lets it go on after a restart. */
export type CorrectionRow = Omit<Correction, 'open'> & {
  centreId: string;
  afterReceivedAt: string | null;
  afterN: number | null;
};
