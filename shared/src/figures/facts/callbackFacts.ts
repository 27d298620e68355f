import type { Case } from '../../ticket/model/case.ts';
import type { Instant } from '../../time/instant.ts';
import { type Common, fixedCommon, type Source } from './source.ts';

/** One callback, owed or made; its department is the lead of its own round. */
export type CallbackFacts = Common & {
  dueAt: Instant;
  cancelledAt: Instant | null;
  completedAt: Instant | null;
  reached: string | null;
  contacted: string | null;
  solved: string | null;
  satisfaction: string | null;
};

export const callbackFacts: Source<CallbackFacts> = {
  of: (c: Case) =>
    c.callbacks.map((b) => ({
      id: b.id,
      ticketId: c.ticket.id,
      centreId: c.ticket.centreId,
      number: c.ticket.number,
      departmentId: leadOfRound(c, b.round)?.departmentId ?? '',
      role: 'none',
      categoryId: c.ticket.categoryId ?? '',
      kind: c.ticket.kind,
      channel: c.ticket.channel,
      regionCode: c.ticket.regionCode ?? '',
      dueAt: b.dueAt,
      cancelledAt: b.cancelledAt,
      completedAt: b.completedAt,
      reached: b.completedAt === null ? null : b.reached,
      contacted: b.completedAt === null ? null : b.contacted,
      solved: b.completedAt === null ? null : b.solved,
      satisfaction: b.completedAt === null ? null : b.satisfaction,
    })),
  standing: {
    ...fixedCommon,
    dueAt: 'fixed',
    cancelledAt: 'happened',
    completedAt: 'happened',
    reached: { since: 'completedAt' },
    contacted: { since: 'completedAt' },
    solved: { since: 'completedAt' },
    satisfaction: { since: 'completedAt' },
  },
};

const leadOfRound = (c: Case, round: number) =>
  c.dispatches.find(
    (d) =>
      d.round === round &&
      d.role === 'lead' &&
      d.parentId === null &&
      d.status !== 'returned' &&
      d.status !== 'released',
  );
