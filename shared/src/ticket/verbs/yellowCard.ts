import { cardVerb } from '../clocks/cards.ts';

export const yellowCard = cardVerb('yellow', '黄牌预警', 'Yellow card', {
  zh: '{unit}临近办理时限，系统亮黄牌',
  en: 'Yellow card for {unit}: the due is near',
});
