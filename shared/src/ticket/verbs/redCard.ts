import { cardVerb } from '../clocks/cards.ts';

export const redCard = cardVerb('red', '红牌超期', 'Red card', {
  zh: '{unit}超过时限，系统亮红牌',
  en: 'Red card for {unit}: past due',
});
