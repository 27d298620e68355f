import { cardVerb } from '../clocks/cards.ts';

export const redCard = cardVerb('red', '办理超期红牌', 'Red card', {
  zh: '{unit}办理超期，系统亮红牌',
  en: 'Red card for {unit}: past due',
});
