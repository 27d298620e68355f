import { all, before, has, is, not } from './condition.ts';
import { figureOver } from './figure.ts';

/** What becomes late before midnight unless somebody answers. */
export const dueToday = figureOver('dispatch', {
  id: 'dueToday',
  version: 1,
  term: { zh: '今日办理到期', en: 'Replies due today' },
  words: {
    zh: '办理时限在今日之内、尚未到期也未答复的派单件数（不含转派下级）。计时暂停中的不计入，另行列示。',
    en: 'Dispatches due later today and not replied to (sub-dispatches apart). Paused ones are left out and listed apart.',
  },
  cohortWords: { zh: '办理到期时间', en: 'when the reply is due' },
  numerator: { zh: '今日办理到期、未答复的派单', en: 'dispatches with a reply due today' },
  denominator: { zh: '今日办理到期、未答复的派单', en: 'dispatches with a reply due today' },
  measure: { as: 'live', when: 'today' },
  cohort: 'dueAt',
  due: true,
  original: 'originalDueAt',
  members: all(is('level', 'top'), not(has('repliedAt')), not(has('endedAt'))),
  exclusions: [['paused', before('pausedAt', 'dueAt')]],
  verdicts: [['in', has('dueAt')]],
  better: 'low',
  groups: ['department', 'category', 'role', 'kind', 'channel', 'region'],
});
