import type { Case } from '../model/case.ts';

/**
 * Appeals go from one ticket to another with all that is theirs: words, promise and what held it, answer, callbacks,
 * supplements. What departments were asked and did stays with the ticket it was done in.
 */
export function moveAppeals(from: Case, to: Case, ids: ReadonlySet<string>): { from: Case; to: Case } {
  const ticketId = to.ticket.id;
  const isTheirs = (row: { appealId: string | null }) => row.appealId !== null && ids.has(row.appealId);
  const take = <R extends { ticketId: string }>(rows: readonly R[], leaves: (row: R) => boolean) =>
    rows.filter(leaves).map((row) => ({ ...row, ticketId }));
  return {
    from: {
      ...from,
      appeals: from.appeals.filter((a) => !ids.has(a.id)),
      callbacks: from.callbacks.filter((b) => !isTheirs(b)),
      pauses: from.pauses.filter((p) => !isTheirs(p)),
      notes: from.notes.filter((n) => !isTheirs(n)),
      citations: from.citations.filter((n) => !isTheirs(n)),
    },
    to: {
      ...to,
      appeals: [...to.appeals, ...take(from.appeals, (a) => ids.has(a.id))],
      callbacks: [...to.callbacks, ...take(from.callbacks, isTheirs)],
      pauses: [...to.pauses, ...take(from.pauses, isTheirs)],
      notes: [...to.notes, ...take(from.notes, isTheirs)],
      citations: [...to.citations, ...take(from.citations, isTheirs)],
    },
  };
}
