import { before } from './condition.ts';
import { figureOver, inTime } from './figure.ts';

/** 回访率: were the citizens asked at all? */
export const callbackRate = figureOver('callback', {
  id: 'callbackRate',
  version: 1,
  term: { zh: '回访率', en: 'Callback rate' },
  words: {
    zh: '回访时限落在统计期内、且已到期的应回访诉求中，在时限前完成回访的比例；按规则三次未接通即为完成。每件诉求每轮计一次。到期前转入重办、不再回访的不计入，另行列示。',
    en: 'Of the callbacks due in the period, the share completed before due; three failed attempts complete one. One for each appeal and round. Those that fell away before due because the matter was reworked are left out and listed apart.',
  },
  cohortWords: { zh: '回访到期时间', en: 'when the callback was due' },
  numerator: { zh: '按时完成的回访', en: 'callbacks completed in time' },
  denominator: { zh: '应回访（已到期）', en: 'callbacks due' },
  ...inTime,
  cohort: 'dueAt',
  due: true,
  done: 'completedAt',
  exclusions: [['reworked', before('cancelledAt', 'dueAt')]],
  verdicts: [['in', before('completedAt', 'dueAt')]],
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
