import { has, is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 考核剔除: the only way out of a figure after due, so it has a figure of its own. */
export const excusedDispatches = figureOver('dispatch', {
  id: 'excusedDispatches',
  version: 1,
  term: { zh: '考核剔除件数', en: 'Excused dispatches' },
  words: {
    zh: '统计期内经督办员附理由和依据剔除出考核的派单件数（不含转派下级）。',
    en: 'How many dispatches (sub-dispatches apart) a supervisor took out of the figures in the period, with reason and evidence.',
  },
  cohortWords: { zh: '剔除时间', en: 'when it was excused' },
  numerator: { zh: '剔除的派单', en: 'dispatches excused' },
  denominator: { zh: '剔除的派单', en: 'dispatches excused' },
  met: { zh: '已剔除', en: 'Excused' },
  measure: { as: 'count' },
  cohort: 'excusedAt',
  original: 'dueAt',
  done: 'excusedAt',
  members: is('level', 'top'),
  verdicts: [['in', has('excusedAt')]],
  better: 'low',
  groups: ['department', 'category', 'day', 'role'],
});
