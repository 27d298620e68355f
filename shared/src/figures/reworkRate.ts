import { is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 重办率: how much of the work is work done over again. */
export const reworkRate = figureOver('dispatch', {
  id: 'reworkRate',
  version: 1,
  term: { zh: '重办率', en: 'Rework rate' },
  words: {
    zh: '统计期内派出的派单（不含转派下级）中，属于重办（第二轮及以后）的比例。',
    en: 'Of the dispatches sent in the period (sub-dispatches apart), the share that was rework: of the second round or later.',
  },
  cohortWords: { zh: '派出时间', en: 'when it was sent' },
  numerator: { zh: '重办派单', en: 'dispatches of a later round' },
  denominator: { zh: '派出的派单', en: 'dispatches sent' },
  met: { zh: '重办', en: 'Rework' },
  missed: { zh: '首轮', en: 'First round' },
  cohort: 'sentAt',
  members: is('level', 'top'),
  verdicts: [['in', is('roundKind', 'rework')]],
  better: 'low',
  groups: ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'],
});
