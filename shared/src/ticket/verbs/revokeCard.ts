import { centre } from '../../people/permissions.ts';
import { text } from '../../schema.ts';
import { gravest } from '../clocks/cards.ts';
import { replace } from '../model/case.ts';
import { cardTargetVerb } from '../verb.ts';

/** 撤牌: with a reason; the card stays on record. */
export const revokeCard = cardTargetVerb(
  { reason: text(1000, 2, '撤牌理由') },
  {
    term: '撤牌',
    termEn: 'Revoke card',
    timeline: { zh: '{who}撤销{unit}的亮牌', en: '{who} revoked {unit}’s card' },
    citizen: 'notTold',
    button: { prominence: 'more', key: null, batch: false, afterwards: 'stay' },
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
