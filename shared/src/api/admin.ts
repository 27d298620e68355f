import * as Type from 'typebox';
import { Id, object, orNull, Version } from '../schema.ts';
import { auditRoutes } from './admin/audit.ts';
import { calendarRoutes } from './admin/calendar.ts';
import { departmentRoutes } from './admin/departments.ts';
import { peopleRoutes } from './admin/people.ts';
import { ruleRoutes } from './admin/rules.ts';
import { schemeRoutes } from './admin/schemes.ts';
import { Count, route } from './route.ts';

const AdminHome = object({
  centreId: Id,
  centreName: Type.String(),
  calendarVersion: Version,
  calendarTo: Type.String(),
  rulesVersion: Version,
  rules: Count,
  people: Count,
  departments: Count,
  /** From which day on which rule's clocks are provisional: the calendar is announced no further. Soonest first. */
  provisional: Type.Array(object({ ruleId: Type.String(), ruleName: Type.String(), from: Type.String() })),
  /** The year to import next. */
  missingYear: Type.Integer(),
  /** Days from today to the first of `provisional`. */
  daysLeft: orNull(Count),
  /** Addresses that forward requests without being declared, the last seen first. */
  undeclaredProxies: Type.Array(Type.String()),
});

/** What administrators (and, for the audit alone, auditors) call. */
export const adminRoutes = {
  adminHome: route({
    method: 'GET',
    path: '/api/admin',
    summary: 'What an administrator should look after now',
    query: object({ centreId: Type.Optional(Id) }),
    answer: AdminHome,
  }),
  ...calendarRoutes,
  ...ruleRoutes,
  ...schemeRoutes,
  ...peopleRoutes,
  ...departmentRoutes,
  ...auditRoutes,
} as const;
