import type { Instant } from '../../time/instant.ts';
import type { Case } from '../model/case.ts';

/** When a term of the ticket began, and for whom its rule was looked up. */
export type Start = { readonly at: Instant; readonly departmentId?: string };

/** The lead's reply is reviewed from when it left, a citizen's dissatisfaction from when it was recorded. */
export const reviewStarts = (c: Case): Start[] => [
  ...leads(c).flatMap((d) =>
    d.status === 'replied' && d.repliedAt ? [{ at: d.repliedAt, departmentId: d.departmentId }] : [],
  ),
  ...c.requests.flatMap((r) => (r.type === 'rework' && r.status === 'open' ? [{ at: r.askedAt }] : [])),
];

/** Citizens are called from the acceptance, or anew from the refusal of a rework. */
export const callbackStarts = (c: Case): Start[] => [
  ...leads(c).flatMap((d) => (d.acceptedAt ? [{ at: d.acceptedAt, departmentId: d.departmentId }] : [])),
  ...c.requests.flatMap((r) =>
    r.type === 'rework' && r.status === 'refused' && r.decidedAt ? [{ at: r.decidedAt }] : [],
  ),
];

const leads = (c: Case) =>
  c.dispatches.filter((d) => d.role === 'lead' && d.parentId === null && d.round === c.ticket.round);
