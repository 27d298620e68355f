import { text } from '../schema.ts';
import type { FigureName } from './index.ts';

/** What is said to a month's bulletin; to one that is published again, why. */
export const BulletinNote = text(1000, 2);

/** 月度通报: the figures a month's bulletin publishes, in the order of its columns; the first one ranks the departments. */
export const bulletinFigures = [
  'departmentTimelyReplyRate',
  'timelySigningRate',
  'returnRate',
  'extensionRate',
  'resolutionRate',
  'satisfactionRate',
  'timelyReplyRate',
  'allInReplyRate',
  'directAnswerRate',
  'closingRate',
] as const satisfies readonly FigureName[];
