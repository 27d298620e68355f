import { isHeavy } from '@hotline/db/figures/plan';
import type { GroupBy, Question } from '@hotline/db/figures/question';
import { type Sum, sumFigure } from '@hotline/db/figures/sums';
import type { Hotline } from '../app/hotline.ts';

/** A figure by group: from the counters at once, what takes long away from the thread that answers people. */
export const sum = (hotline: Hotline, q: Question, groupBy: GroupBy): Promise<Sum[]> =>
  isHeavy(q, groupBy) ? hotline.readers.ask('recount', { q, groupBy }) : sumFigure(hotline.store.reader, q, groupBy);
