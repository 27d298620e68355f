import type { Appeal } from './appeal.ts';
import type { Callback, Card, Citation, Note, Order, Pause, Reply, Request, Urge } from './children.ts';
import type { Dispatch } from './dispatch.ts';
import type { Ticket } from './ticket.ts';

/** The aggregate: everything one decision may read and change. Same reference = unchanged. */
export type Case = {
  readonly ticket: Ticket;
  readonly appeals: readonly Appeal[];
  readonly dispatches: readonly Dispatch[];
  readonly requests: readonly Request[];
  readonly replies: readonly Reply[];
  readonly callbacks: readonly Callback[];
  readonly urges: readonly Urge[];
  readonly cards: readonly Card[];
  readonly orders: readonly Order[];
  readonly pauses: readonly Pause[];
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
};

/** The lists of a case, in the order they are loaded and written. */
export const parts = [
  'appeals',
  'dispatches',
  'requests',
  'replies',
  'callbacks',
  'urges',
  'cards',
  'orders',
  'pauses',
  'notes',
  'citations',
] as const satisfies readonly Exclude<keyof Case, 'ticket'>[];
export type Part = (typeof parts)[number];

export const openAppeals = (c: Case) => c.appeals.filter((a) => a.status === 'open');

/** The dispatches of the current round that count. */
export const currentDispatches = (c: Case) =>
  c.dispatches.filter((d) => d.round === c.ticket.round && d.status !== 'returned' && d.status !== 'released');

export const lead = (c: Case) => currentDispatches(c).find((d) => d.role === 'lead' && d.parentId === null);

export const assists = (c: Case) => currentDispatches(c).filter((d) => d.role === 'assist' && d.parentId === null);

/** Replaces the row with the same id; every other row keeps its reference. */
export const replace = <T extends { id: string }>(rows: readonly T[], row: T): readonly T[] =>
  rows.map((r) => (r.id === row.id ? row : r));

/**
 * The next id for a child of the ticket: `<ticket>-d3`. Ids are derived, never random, so decisions stay pure. `rows` are
 * all of the ticket's own and never leave it; what belongs to an appeal moves with it and is named after the appeal.
 */
export const childId = (c: Case, letter: string, rows: readonly unknown[], offset = 0) =>
  `${c.ticket.id}-${letter}${rows.length + 1 + offset}`;

/** The next id for a child of an appeal: `<appeal>-n2`. No other ticket can give the same one after a merge or a split. */
export const appealChildId = (
  appealId: string,
  letter: string,
  rows: readonly { readonly appealId: string | null }[],
) => `${appealId}-${letter}${rows.filter((r) => r.appealId === appealId).length + 1}`;

/** The next id for a pause of a dispatch; what held a promise is named after its appeal and goes where that goes. */
export const dispatchPauseId = (c: Case, offset = 0) =>
  childId(
    c,
    'p',
    c.pauses.filter((p) => p.appealId === null),
    offset,
  );

/** Notes about the ticket or a dispatch of it, not about one citizen's appeal. */
export const ownNotes = (c: Case) => c.notes.filter((n) => n.appealId === null);

/**
 * The case with what may come from another ticket in a place that does not depend on when it came: appeals as they were
 * received, their callbacks, pauses and notes in time. The first open appeal is the leading one.
 */
export const inOrder = (c: Case): Case => ({
  ...c,
  appeals: c.appeals.toSorted((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.number, b.number)),
  callbacks: c.callbacks.toSorted((a, b) => a.round - b.round || compare(a.id, b.id)),
  pauses: c.pauses.toSorted((a, b) => compare(a.startedAt, b.startedAt) || compare(a.id, b.id)),
  notes: c.notes.toSorted((a, b) => compare(a.at, b.at) || a.id.length - b.id.length || compare(a.id, b.id)),
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
