import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';

/** What the server offers on a selected ticket, as it stood at `version`. */
export type Offer = {
  ticketId: string;
  number: string;
  title: string;
  version: number;
  actions: readonly OpenAction[];
};
export type Offered = { verb: VerbName; term: string; termEn: string; ticketIds: readonly string[] };

/** Each of `verbs`, those whose input may be the same for many tickets, with the tickets that offer it now. */
export const offered = (offers: readonly Offer[], verbs: readonly VerbName[]): Offered[] =>
  verbs.flatMap((verb) => {
    const open = offers.filter((o) => openOf(o, verb).length > 0);
    const [first] = open.flatMap((o) => openOf(o, verb));
    return first ? [{ verb, term: first.term, termEn: first.termEn, ticketIds: open.map((o) => o.ticketId) }] : [];
  });

/** The actions of that verb that may be taken now; more than one where a ticket lies with a department twice. */
export const openOf = ({ actions }: Offer, verb: VerbName) =>
  actions.filter((a) => a.name === verb && a.disabledReason === null);
