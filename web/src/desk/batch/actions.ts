import { newKey } from '../../data/newKey.ts';
import type { Action } from './batch.ts';
import { type BatchVerb, type Offer, openOf } from './offers.ts';

/** Each ticket's own request: its version as read, a key of its own, and the target the verb is about. */
export const actionsOf = (
  verb: BatchVerb,
  offers: readonly Offer[],
  inputOf: (offer: Offer) => Readonly<Record<string, unknown>> | null,
): Action[] =>
  offers.flatMap((offer) => {
    const input = inputOf(offer);
    if (!input) return [];
    const { ticketId, number, title } = offer;
    return openOf(offer, verb).map(({ about, target, version }) => ({
      ...{ ticketId, number, title, verb, version },
      input: { ...input, ...(about === 'ticket' ? {} : { [`${about}Id`]: target }) },
      key: newKey(),
    }));
  });
