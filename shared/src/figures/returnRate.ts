import { has, is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 退单率: how often work had to come back, an early sign of wrong dispatching. */
export const returnRate = figureOver('dispatch', {
  id: 'returnRate',
  version: 1,
  term: { zh: '退单率', en: 'Return rate' },
  words: {
    zh: '统计期内派出的派单（不含转派下级）中，经批准退单的比例。申请未获批准的不算退单。',
    en: 'Of the dispatches sent in the period (sub-dispatches apart), the share given back with approval. A refused request is no return.',
  },
  cohortWords: { zh: '派出时间', en: 'when it was sent' },
  numerator: { zh: '经批准退单的派单', en: 'dispatches returned' },
  denominator: { zh: '派出的派单', en: 'dispatches sent' },
  met: { zh: '退单', en: 'Returned' },
  missed: { zh: '未退单', en: 'Kept' },
  cohort: 'sentAt',
  done: 'returnedAt',
  members: is('level', 'top'),
  verdicts: [['in', has('returnedAt')]],
  better: 'low',
  groups: ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'],
});
