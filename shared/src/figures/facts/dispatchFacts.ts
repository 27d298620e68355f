import type { Case } from '../../ticket/model/case.ts';
import type { Instant } from '../../time/instant.ts';
import { type Common, fixedCommon, type Source } from './source.ts';

/** One department's dispatch. */
export type DispatchFacts = Common & {
  service: string;
  /** `sub`: sent on by another department. */
  level: string;
  /** `rework`: of a later round. */
  roundKind: string;
  sentAt: Instant;
  signDueAt: Instant;
  originalDueAt: Instant;
  dueAt: Instant;
  pausedAt: Instant | null;
  signedAt: Instant | null;
  repliedAt: Instant | null;
  acceptedAt: Instant | null;
  endedAt: Instant | null;
  returnedAt: Instant | null;
  returnAskedAt: Instant | null;
  releasedAt: Instant | null;
  extendedAt: Instant | null;
  excusedAt: Instant | null;
  recoveredLossFen: number | null;
};

export const dispatchFacts: Source<DispatchFacts> = {
  of: (c: Case) =>
    c.dispatches.map((d) => ({
      id: d.id,
      ticketId: c.ticket.id,
      centreId: c.ticket.centreId,
      number: c.ticket.number,
      departmentId: d.departmentId,
      role: d.role,
      categoryId: c.ticket.categoryId ?? '',
      kind: c.ticket.kind,
      channel: c.ticket.channel,
      regionCode: c.ticket.regionCode ?? '',
      service: c.ticket.service,
      level: d.parentId === null ? 'top' : 'sub',
      roundKind: d.round > 1 ? 'rework' : 'first',
      sentAt: d.sentAt,
      signDueAt: d.signDueAt,
      originalDueAt: d.originalDueAt,
      dueAt: d.dueAt,
      pausedAt: d.pausedAt,
      signedAt: d.signedAt,
      repliedAt: d.repliedAt,
      acceptedAt: d.acceptedAt,
      endedAt: d.endedAt,
      returnedAt: d.status === 'returned' ? d.endedAt : null,
      returnAskedAt: d.returnAskedAt,
      releasedAt: d.status === 'released' ? d.endedAt : null,
      extendedAt: d.extendedAt,
      excusedAt: d.excusedAt,
      recoveredLossFen: d.recoveredLossFen,
    })),
  standing: {
    ...fixedCommon,
    service: 'fixed',
    level: 'fixed',
    roundKind: 'fixed',
    sentAt: 'fixed',
    signDueAt: 'fixed',
    originalDueAt: 'fixed',
    dueAt: 'fixed',
    pausedAt: 'happened',
    signedAt: 'happened',
    repliedAt: 'happened',
    acceptedAt: 'happened',
    endedAt: 'happened',
    returnedAt: 'happened',
    returnAskedAt: { since: 'returnedAt' },
    releasedAt: 'happened',
    extendedAt: 'happened',
    excusedAt: 'happened',
    recoveredLossFen: { since: 'acceptedAt' },
  },
};
