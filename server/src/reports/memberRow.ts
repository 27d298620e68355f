import type { Member } from '@hotline/db/figureReads';
import type { DispatchRole } from '@hotline/shared/ticket/dispatch';

/** A row behind a figure as pages and files show it. */
export const memberRow = (m: Member) => ({
  ticketId: m.ticketId,
  number: m.number,
  // A turn taken away still counts for the department; what the matter is, it is no longer told.
  title: m.inSight === 1 ? m.title : '（不在您的查看范围内）',
  departmentId: m.departmentId || null,
  role: m.role === 'none' ? null : (m.role as DispatchRole),
  dueAt: m.dueAt,
  originalDueAt: m.originalDueAt,
  answeredAt: m.answeredAt,
  verdict: m.excluded === 1 ? ('excluded' as const) : m.timely === 1 ? ('timely' as const) : ('late' as const),
});
