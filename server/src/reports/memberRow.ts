import type { Member } from '@hotline/db/figures/rows';
import type { DispatchRole } from '@hotline/shared/ticket/model/dispatch';

/** A row behind a figure as pages and files show it. */
export const memberRow = ({ inSight, ticketId, departmentId, role, title, amount, ...member }: Member) => ({
  ...member,
  ticketId: ticketId || null,
  // A dispatch taken away still counts for the department; what the matter is, it is no longer told.
  title: Number(inSight) === 1 ? (title ?? '（未登记诉求）') : '（不在您的查看范围内）',
  departmentId: departmentId || null,
  role: role === 'none' ? null : (role as DispatchRole),
  amount: amount === null ? null : Number(amount),
});
