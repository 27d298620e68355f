import { type Case, lead } from '../../ticket/model/case.ts';
import type { Instant } from '../../time/instant.ts';
import { type Common, fixedCommon, type Source } from './source.ts';

/** One appeal; its department is the lead the ticket is with now. */
export type AppealFacts = Common & {
  receivedAt: Instant;
  originalPromisedDueAt: Instant;
  promisedDueAt: Instant;
  leadSentAt: Instant | null;
  pausedAt: Instant | null;
  answeredAt: Instant | null;
  closedAt: Instant | null;
  outcome: string | null;
  excusedAt: Instant | null;
  lateEnteredAt: Instant | null;
};

export const appealFacts: Source<AppealFacts> = {
  of: (c: Case) => {
    const dispatch = lead(c);
    return c.appeals.map((a) => ({
      id: a.id,
      ticketId: c.ticket.id,
      centreId: a.centreId,
      number: a.number,
      departmentId: dispatch?.departmentId ?? '',
      role: 'none',
      categoryId: c.ticket.categoryId ?? '',
      kind: a.kind,
      channel: a.channel,
      regionCode: a.regionCode ?? '',
      receivedAt: a.receivedAt,
      originalPromisedDueAt: a.originalPromisedDueAt,
      promisedDueAt: a.promisedDueAt,
      leadSentAt: dispatch?.sentAt ?? null,
      pausedAt: a.pausedAt,
      answeredAt: a.answeredAt,
      closedAt: a.closedAt,
      outcome: a.outcome,
      excusedAt: a.excusedAt,
      lateEnteredAt: a.lateEnteredAt,
    }));
  },
  standing: {
    ...fixedCommon,
    departmentId: { since: 'leadSentAt' },
    receivedAt: 'fixed',
    originalPromisedDueAt: 'fixed',
    promisedDueAt: 'fixed',
    leadSentAt: 'happened',
    pausedAt: 'happened',
    answeredAt: 'happened',
    closedAt: 'happened',
    outcome: { since: 'closedAt' },
    excusedAt: 'happened',
    lateEnteredAt: 'happened',
  },
};
