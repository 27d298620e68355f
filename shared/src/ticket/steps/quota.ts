import { ruleFor } from '../clocks/subject.ts';
import type { Case } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { returnsLeft } from './sending.ts';

/** What the rule still allows: shown beside a request before it is decided. */
export type Quota = {
  /** Approved returns of a lead in this round before only a designation is left. */
  returns: number;
  extensions: { dispatchId: string; times: number; days: number }[];
};

export const quotaOf = (c: Case, m: Moment): Quota => ({
  returns: Math.max(0, returnsLeft(c, m)),
  extensions: c.dispatches.filter(isOpen).map((d) => ({ dispatchId: d.id, ...extensionLeft(c, d, m) })),
});

/** How often and by how many days in total this dispatch may still be extended. */
export function extensionLeft(c: Case, d: Dispatch, m: Moment): { times: number; days: number } {
  const { rule } = ruleFor(c.ticket, m, d.departmentId);
  const granted = c.requests.filter((r) => r.dispatchId === d.id && r.type === 'extension' && r.status === 'approved');
  const days = granted.reduce((sum, r) => sum + (r.grantedDays ?? r.days ?? 0), 0);
  return {
    times: Math.max(0, rule.extensionMaxTimes - granted.length),
    days: Math.max(0, rule.extensionMaxDays - days),
  };
}
