import { is } from './condition.ts';
import { figureOver } from './figure.ts';

/** Of a centre that counts 基本满意 in so many tenths: in integers, floored once. Counters keep verdicts, so any weight fits. */
export const satisfactionRateWith = (fairlyTenths: number) =>
  figureOver('callback', {
    id: 'satisfactionRate',
    version: 1,
    term: { zh: '满意率', en: 'Satisfaction rate' },
    words: {
      zh: `统计期内完成且接通的回访中，（满意 + ${fairlyTenths / 10}×基本满意）÷ 接通的回访。未接通的不计入，另行列示；未表态不算满意。`,
      en: `(Satisfied + ${fairlyTenths / 10} × fairly satisfied) ÷ citizens reached in the period. Those not reached are left out and listed apart; silence is never satisfaction.`,
    },
    cohortWords: { zh: '回访完成时间', en: 'when the callback was completed' },
    numerator: {
      zh: `满意 + ${fairlyTenths / 10}×基本满意`,
      en: `satisfied + ${fairlyTenths / 10} × fairly satisfied`,
    },
    denominator: { zh: '接通的回访', en: 'citizens reached' },
    met: { zh: '满意或基本满意', en: 'Satisfied or fairly' },
    missed: { zh: '不满意或未表态', en: 'Dissatisfied, or no answer' },
    cohort: 'completedAt',
    done: 'completedAt',
    exclusions: [['unreachable', is('reached', 'unreachable')]],
    verdicts: [
      ['in', is('satisfaction', 'satisfied')],
      ['fairly', is('satisfaction', 'fairlySatisfied')],
    ],
    weights: { in: 10, fairly: fairlyTenths },
    unit: 10,
    groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
  });

/** With the usual nine tenths. */
export const satisfactionRate = satisfactionRateWith(9);
