import { cardVerb } from '../clocks/cards.ts';

export const redCard = cardVerb('red', '红牌超期', 'Red card');
