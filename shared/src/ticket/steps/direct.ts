import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import type { Why } from '../why.ts';

/** Why an appeal cannot be closed on the line. Once a department had it, a department answers for it. */
export const notDirect = (c: Case, a: Appeal): Why | undefined =>
  a.status !== 'open' ? 'appealNotOpen' : c.ticket.firstDispatchedAt !== null ? 'dispatchedBefore' : undefined;
