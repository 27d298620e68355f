import { abandonedRate } from './abandonedRate.ts';
import { allInReplyRate } from './allInReplyRate.ts';
import { answeredIn15s } from './answeredIn15s.ts';
import { backlog } from './backlog.ts';
import { callbackRate } from './callbackRate.ts';
import { closingRate } from './closingRate.ts';
import { connectedRate } from './connectedRate.ts';
import { contactRate } from './contactRate.ts';
import { departmentTimelyReplyRate } from './departmentTimelyReplyRate.ts';
import { directAnswerRate } from './directAnswerRate.ts';
import { dueToday } from './dueToday.ts';
import { excusedDispatches } from './excusedDispatches.ts';
import { extensionRate } from './extensionRate.ts';
import type { Figure } from './figure.ts';
import { firstDispatchAccuracy } from './firstDispatchAccuracy.ts';
import { lateEntryRate } from './lateEntryRate.ts';
import { oldest } from './oldest.ts';
import { overdueNow } from './overdueNow.ts';
import { recoveredLoss } from './recoveredLoss.ts';
import { resolutionRate } from './resolutionRate.ts';
import { returnRate } from './returnRate.ts';
import { reworkRate } from './reworkRate.ts';
import { satisfactionRate } from './satisfactionRate.ts';
import { subDispatchTimelyReplyRate } from './subDispatchTimelyReplyRate.ts';
import { timelyDispatchRate } from './timelyDispatchRate.ts';
import { timelyReplyRate } from './timelyReplyRate.ts';
import { timelySigningRate } from './timelySigningRate.ts';

/** Every published figure, in the order in which they are shown. */
export const figures = {
  timelyReplyRate,
  allInReplyRate,
  departmentTimelyReplyRate,
  subDispatchTimelyReplyRate,
  timelySigningRate,
  timelyDispatchRate,
  directAnswerRate,
  closingRate,
  returnRate,
  extensionRate,
  reworkRate,
  firstDispatchAccuracy,
  callbackRate,
  contactRate,
  resolutionRate,
  satisfactionRate,
  recoveredLoss,
  connectedRate,
  answeredIn15s,
  abandonedRate,
  excusedDispatches,
  lateEntryRate,
  overdueNow,
  dueToday,
  backlog,
  oldest,
} as const satisfies Record<string, Figure>;
export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];
export const figureList: readonly Figure[] = Object.values(figures);
