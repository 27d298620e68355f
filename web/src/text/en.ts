import { admin } from './en/admin.ts';
import { assessment } from './en/assessment.ts';
import { auditTrail } from './en/audit.ts';
import { batch } from './en/batch.ts';
import { calendar } from './en/calendar.ts';
import { calls } from './en/calls.ts';
import { exports } from './en/exports.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { knowledge } from './en/knowledge.ts';
import { log } from './en/log.ts';
import { migration } from './en/migration.ts';
import { palette } from './en/palette.ts';
import { phrases } from './en/phrases.ts';
import { presence } from './en/presence.ts';
import { queue } from './en/queue.ts';
import { reports } from './en/reports.ts';
import { routing } from './en/routing.ts';
import { rules } from './en/rules.ts';
import { settings } from './en/settings.ts';
import { staff } from './en/staff.ts';
import { ticket } from './en/ticket.ts';
import type { TextKey } from './zh.ts';

export const en: Record<TextKey, string> = {
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
};
