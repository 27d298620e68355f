import { type Case, lead } from '../../ticket/model/case.ts';
import type { Instant } from '../../time/instant.ts';
import { type Common, fixedCommon, type Source } from './source.ts';

/** One ticket; its department is the lead it is with now. */
export type TicketFacts = Common & {
  receivedAt: Instant;
  dispatchDueAt: Instant | null;
  leadSentAt: Instant | null;
  firstDispatchedAt: Instant | null;
  firstLeadId: string | null;
  acceptedAt: Instant | null;
  acceptedLeadId: string | null;
  closedAt: Instant | null;
  outcome: string | null;
};

export const ticketFacts: Source<TicketFacts> = {
  of: (c: Case) => {
    const { ticket: t } = c;
    const dispatch = lead(c);
    return [
      {
        id: t.id,
        ticketId: t.id,
        centreId: t.centreId,
        number: t.number,
        departmentId: dispatch?.departmentId ?? '',
        role: 'none',
        categoryId: t.categoryId ?? '',
        kind: t.kind,
        channel: t.channel,
        regionCode: t.regionCode ?? '',
        receivedAt: t.receivedAt,
        dispatchDueAt: t.dispatchDueAt,
        leadSentAt: dispatch?.sentAt ?? null,
        firstDispatchedAt: t.firstDispatchedAt,
        firstLeadId: t.firstLeadId,
        acceptedAt: t.acceptedAt,
        acceptedLeadId: t.acceptedLeadId,
        closedAt: t.closedAt,
        outcome: t.outcome,
      },
    ];
  },
  standing: {
    ...fixedCommon,
    departmentId: { since: 'leadSentAt' },
    receivedAt: 'fixed',
    dispatchDueAt: 'fixed',
    leadSentAt: 'happened',
    firstDispatchedAt: 'happened',
    firstLeadId: { since: 'firstDispatchedAt' },
    acceptedAt: 'happened',
    acceptedLeadId: { since: 'acceptedAt' },
    closedAt: 'happened',
    outcome: { since: 'closedAt' },
  },
};
