import { is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 响应率: did the department speak to the citizen? */
export const contactRate = figureOver('callback', {
  id: 'contactRate',
  version: 1,
  term: { zh: '联系率', en: 'Contact rate' },
  words: {
    zh: '统计期内完成且接通的回访中，诉求人表示承办单位与其联系过的比例。未接通的不计入，另行列示；未作答不算已联系。',
    en: 'Of the citizens reached in the period, the share who say that the department contacted them. Those not reached are left out and listed apart; silence is not a yes.',
  },
  cohortWords: { zh: '回访完成时间', en: 'when the callback was completed' },
  numerator: { zh: '承办单位已联系', en: 'contacted by the department' },
  denominator: { zh: '接通的回访', en: 'citizens reached' },
  met: { zh: '已联系', en: 'Contacted' },
  missed: { zh: '未联系或未作答', en: 'Not contacted, or no answer' },
  cohort: 'completedAt',
  done: 'completedAt',
  exclusions: [['unreachable', is('reached', 'unreachable')]],
  verdicts: [['in', is('contacted', 'yes')]],
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
