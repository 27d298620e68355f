import { is } from './condition.ts';
import { figureOver } from './figure.ts';

/** Solved as the citizen sees it, not as the department writes. */
export const resolutionRate = figureOver('callback', {
  id: 'resolutionRate',
  version: 1,
  term: { zh: '解决率', en: 'Resolution rate' },
  words: {
    zh: '统计期内完成且接通的回访中，诉求人表示问题已解决的比例。未接通的不计入，另行列示；未作答不算已解决。',
    en: 'Of the citizens reached in the period, the share who say that the matter is solved. Those not reached are left out and listed apart; silence is not a yes.',
  },
  cohortWords: { zh: '回访完成时间', en: 'when the callback was completed' },
  numerator: { zh: '诉求人认可已解决', en: 'solved, as the citizen says' },
  denominator: { zh: '接通的回访', en: 'citizens reached' },
  met: { zh: '已解决', en: 'Solved' },
  missed: { zh: '未解决或未作答', en: 'Not solved, or no answer' },
  cohort: 'completedAt',
  done: 'completedAt',
  exclusions: [['unreachable', is('reached', 'unreachable')]],
  verdicts: [['in', is('solved', 'yes')]],
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
