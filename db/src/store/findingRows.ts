// Rows that followers keep for finding and suggesting, and the views people save.
import type { View } from '@hotline/shared/api/search';

/** How far a follower has come: `seq` of the log; `filledTo` the last ticket of before it began, null when none is left. */
export type FollowerRow = { name: string; seq: number; filledTo: number | null };
export type SearchDocRow = { n: number; ticketId: string; hash: number };
/** One band of an appeal's sketch (shared/src/routing/minhash.ts): near duplicates share at least one. */
export type NearBandRow = { band: number; ticketId: string; appealId: string; at: string };
/** Somebody reported something at a place. */
export type MentionRow = {
  centreId: string;
  place: string;
  categoryId: string | null;
  /** The citizen, or the appeal of one who is not known: who calls twice is one caller. */
  caller: string;
  ticketId: string;
  appealId: string;
  at: string;
};
/** Who in the end gave the accepted reply: what the next dispatch can learn from. */
export type RoutedRow = {
  ticketId: string;
  centreId: string;
  /** Of level 2; `''` where none was given. */
  categoryId: string;
  /** County, six digits; `''` where none was given. */
  area: string;
  departmentId: string;
  day: string;
};
/** Several citizens reported one matter within a day. */
export type HotspotRow = {
  id: string;
  centreId: string;
  place: string;
  categoryId: string | null;
  firstAt: string;
  lastAt: string;
  citizens: number;
  tickets: number;
  raisedAt: string;
  seenAt: string | null;
  seenBy: string | null;
};
export type ModelRow = {
  id: string;
  centreId: string;
  trainedAt: string;
  examples: number;
  report: string;
  body: string;
};
export type SavedViewRow = Pick<View, 'id' | 'name' | 'audience' | 'query'> & {
  centreId: string;
  ownerId: string;
  departmentPath: string | null;
  createdAt: string;
};
