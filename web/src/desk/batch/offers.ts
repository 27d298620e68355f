import type { OpenAction } from '@hotline/shared/ticket/lifecycle';

/** Verbs whose input may be the same for many tickets, in the order they are offered. */
const batchVerbs = ['dispatch', 'sign', 'claim', 'urge'] as const;
export type BatchVerb = (typeof batchVerbs)[number];

/** What the server offers on a selected ticket, as it stood at `version`. */
export type Offer = {
  ticketId: string;
  number: string;
  title: string;
  version: number;
  actions: readonly OpenAction[];
};
export type Offered = { verb: BatchVerb; term: string; termEn: string; ticketIds: readonly string[] };

/** Each batch verb with the tickets that offer it now. */
export const offered = (offers: readonly Offer[]): Offered[] =>
  batchVerbs.flatMap((verb) => {
    const open = offers.filter((o) => openOf(o, verb).length > 0);
    const [first] = open.flatMap((o) => openOf(o, verb));
    return first ? [{ verb, term: first.term, termEn: first.termEn, ticketIds: open.map((o) => o.ticketId) }] : [];
  });

/** The actions of that verb that may be taken now; more than one where a ticket lies with a department twice. */
export const openOf = ({ actions }: Offer, verb: BatchVerb) =>
  actions.filter((a) => a.name === verb && a.disabledReason === null);
