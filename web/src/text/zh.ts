import { admin } from './zh/admin.ts';
import { assessment } from './zh/assessment.ts';
import { auditTrail } from './zh/audit.ts';
import { batch } from './zh/batch.ts';
import { calendar } from './zh/calendar.ts';
import { calls } from './zh/calls.ts';
import { exports } from './zh/exports.ts';
import { forms } from './zh/forms.ts';
import { frame } from './zh/frame.ts';
import { knowledge } from './zh/knowledge.ts';
import { log } from './zh/log.ts';
import { migration } from './zh/migration.ts';
import { palette } from './zh/palette.ts';
import { phrases } from './zh/phrases.ts';
import { presence } from './zh/presence.ts';
import { queue } from './zh/queue.ts';
import { reports } from './zh/reports.ts';
import { routing } from './zh/routing.ts';
import { rules } from './zh/rules.ts';
import { settings } from './zh/settings.ts';
import { staff } from './zh/staff.ts';
import { ticket } from './zh/ticket.ts';

/** Page wording in Chinese, a file a desk. Terms of the domain come from the shared catalog, verbs from the server. */
export const zh = {
  ...frame,
  ...queue,
  ...batch,
  ...ticket,
  ...presence,
  ...knowledge,
  ...log,
  ...forms,
  ...reports,
  ...assessment,
  ...exports,
  ...calls,
  ...admin,
  ...calendar,
  ...rules,
  ...staff,
  ...auditTrail,
  ...migration,
  ...routing,
  ...settings,
  ...phrases,
  ...palette,
} as const;
export type TextKey = keyof typeof zh;
