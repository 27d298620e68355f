import { dispatchStatuses, isOpen } from '@hotline/shared/ticket/model/dispatch';
import type { Instant } from '@hotline/shared/time/instant';
import type { Clause } from '../store/rows.ts';

export const openDispatchStatuses = dispatchStatuses.filter((status) => isOpen({ status }));

// Word for word the conditions of the partial indexes in db/src/migrations, or SQLite does not use them.
export const isOpenDispatch = (d: string) => `${d}.status in ('awaitingSigning','handling','awaitingApproval')`;

/** Open, and its clock has run out: `isOpen` and `hasRunOut` of shared/src/ticket. */
export const isOverdueDispatch = (d: string, at: Instant): Clause => ({
  text: `${isOpenDispatch(d)} and ${d}.due_at <= ? and (${d}.paused_at is null or ${d}.due_at <= ${d}.paused_at)`,
  values: [at],
});
