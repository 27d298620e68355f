import { all, has, is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 挽回经济损失: what consumers got back. */
export const recoveredLoss = figureOver('dispatch', {
  id: 'recoveredLoss',
  version: 1,
  term: { zh: '挽回经济损失', en: 'Recovered loss' },
  words: {
    zh: '统计期内采纳的消费维权（12315）主办答复中，为消费者挽回经济损失的金额合计，单位元。',
    en: 'The sum, in yuan, of what accepted lead replies on consumer matters (12315) recovered for citizens in the period.',
  },
  cohortWords: { zh: '答复采纳时间', en: 'when the reply was accepted' },
  numerator: { zh: '挽回金额（元）', en: 'yuan recovered' },
  denominator: { zh: '采纳的消费维权答复', en: 'accepted replies on consumer matters' },
  met: { zh: '有挽回', en: 'Recovered something' },
  missed: { zh: '无挽回金额', en: 'No amount' },
  measure: { as: 'sum', amount: 'recoveredLossFen' },
  cohort: 'acceptedAt',
  done: 'acceptedAt',
  members: all(is('level', 'top'), is('role', 'lead'), is('service', 'consumer')),
  verdicts: [['in', has('recoveredLossFen')]],
  groups: ['department', 'category', 'day', 'region'],
});
