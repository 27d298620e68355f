import * as Type from 'typebox';
import { centre } from '../../people/permissions.ts';
import { replace } from '../case.ts';
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
    change: (c, k, input, actor, m) => {
      const cards = replace(c.cards, { ...k, revokedAt: m.at, revokedBy: actor.id, reason: input.reason });
      const held = cards.filter((x) => x.revokedAt === null);
      const card = held.some((x) => x.colour === 'red') ? 'red' : held.length > 0 ? 'yellow' : null;
      return { cards, ticket: { ...c.ticket, card } };
    },
  },
);
