import { admin } from './zh/admin.ts';
import { assessment } from './zh/assessment.ts';
import { batch } from './zh/batch.ts';
import { calls } from './zh/calls.ts';
import { exports } from './zh/exports.ts';
import { forms } from './zh/forms.ts';
import { frame } from './zh/frame.ts';
import { knowledge } from './zh/knowledge.ts';
import { log } from './zh/log.ts';
import { palette } from './zh/palette.ts';
import { phrases } from './zh/phrases.ts';
import { queue } from './zh/queue.ts';
import { reports } from './zh/reports.ts';
import { routing } from './zh/routing.ts';
import { settings } from './zh/settings.ts';
import { ticket } from './zh/ticket.ts';
import { together } from './zh/together.ts';

/** Page wording in Chinese, a file a desk. Terms of the domain come from the shared catalog, verbs from the server. */
export const zh = {
  ...frame,
  ...queue,
  ...batch,
  ...ticket,
  ...together,
  ...knowledge,
  ...log,
  ...forms,
  ...reports,
  ...assessment,
  ...exports,
  ...calls,
  ...admin,
  ...routing,
  ...settings,
  ...phrases,
  ...palette,
} as const;
export type TextKey = keyof typeof zh;
