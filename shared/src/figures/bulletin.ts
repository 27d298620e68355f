import type { FigureName } from './index.ts';

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
