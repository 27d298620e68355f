import { same } from './condition.ts';
import { figureOver } from './figure.ts';

/** 首派准确率: did the centre know at once whose matter it was? */
export const firstDispatchAccuracy = figureOver('ticket', {
  id: 'firstDispatchAccuracy',
  version: 1,
  term: { zh: '首派准确率', en: 'First-dispatch accuracy' },
  words: {
    zh: '统计期内首次采纳主办单位答复的工单中，首次派单的主办单位就是被采纳答复的主办单位的比例。按首次派单的主办单位归类。',
    en: 'Of the tickets whose lead reply was first accepted in the period, the share where the first lead is the lead whose reply was accepted. Shown under the first lead.',
  },
  cohortWords: { zh: '首次采纳答复时间', en: 'when a reply was first accepted' },
  numerator: { zh: '首派即为承办单位的工单', en: 'tickets sent to the right lead at once' },
  denominator: { zh: '已采纳答复的工单', en: 'tickets with an accepted reply' },
  met: { zh: '首派准确', en: 'Right at once' },
  missed: { zh: '经改派', en: 'Sent on' },
  cohort: 'acceptedAt',
  done: 'firstDispatchedAt',
  department: 'firstLeadId',
  verdicts: [['in', same('firstLeadId', 'acceptedLeadId')]],
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
