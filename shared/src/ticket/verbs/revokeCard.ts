import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { gravest } from '../clocks/cards.ts';
import { replace } from '../model/case.ts';
import { cardTargetVerb } from '../verb.ts';

/** 撤牌: with a reason; the card stays on record. */
export const revokeCard = cardTargetVerb(
  { reason: Type.String({ title: '撤牌理由', minLength: 2, maxLength: 1000 }) },
  {
    term: '撤牌',
    termEn: 'Revoke card',
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview', 'awaitingCallback', 'closed'],
    additive: true,
    by: centre('supervisor'),
    ready: (_, k) => (k.revokedAt === null ? undefined : 'cardRevoked'),
    change: (c, k, input, m) => {
      const cards = replace(c.cards, { ...k, revokedAt: m.at, revokedBy: m.actor.id, reason: input.reason });
      return { cards, ticket: { ...c.ticket, card: gravest(cards) } };
    },
  },
);
