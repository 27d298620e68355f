// Counters of the figures, and what was published of them.
import type { Published, Revision } from '@hotline/shared/api/bulletins';
import type { Cell } from '@hotline/shared/figures/cells';

/** What is to be added to the counters of a figure: a `Cell` of shared/figures/cells.ts. */
export type CounterChangeRow = Omit<Cell, 'n'> & { members: number };
/** A month's board as a manager published it: a later one for the same month is a revision, none is ever replaced. */
export type BulletinRow = Revision & { id: string; centreId: string; month: string };
/** One number of a bulletin, stored as it was published; `departmentId` is '' for the total. */
export type PublishedFigureRow = Omit<Published, 'excluded'> & {
  bulletinId: string;
  figure: string;
  departmentId: string;
  /** JSON: reason → how many. */
  excluded: string;
};
/** One department's score by a scheme, stored as it was published. */
export type PublishedScoreRow = {
  bulletinId: string;
  scheme: string;
  schemeVersion: number;
  schemeName: string;
  departmentId: string;
  groupName: string | null;
  rank: number | null;
  ranked: number;
  score: string | null;
  counted: number;
  /** JSON: the points of each part and deduction, with the numbers they were made of. */
  detail: string;
};
