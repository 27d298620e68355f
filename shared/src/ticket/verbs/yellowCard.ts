import { cardVerb } from '../clocks/cards.ts';

export const yellowCard = cardVerb('yellow', '黄牌预警', 'Yellow card');
