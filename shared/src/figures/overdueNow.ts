import { all, before, has, is, not } from './condition.ts';
import { figureOver } from './figure.ts';

/** What is late now and still can be answered. */
export const overdueNow = figureOver('dispatch', {
  id: 'overdueNow',
  version: 1,
  term: { zh: '当前办理超期', en: 'Replies overdue now' },
  words: {
    zh: '此刻办理时限已过、仍未答复的派单件数（不含转派下级）。计时暂停中的不计入，另行列示。',
    en: 'Dispatches past their due and not replied to at this moment (sub-dispatches apart). Paused ones are left out and listed apart.',
  },
  cohortWords: { zh: '办理到期时间', en: 'when the reply is due' },
  numerator: { zh: '办理超期、未答复的派单', en: 'dispatches with a reply overdue' },
  denominator: { zh: '办理超期、未答复的派单', en: 'dispatches with a reply overdue' },
  measure: { as: 'live', when: 'past' },
  cohort: 'dueAt',
  due: true,
  original: 'originalDueAt',
  members: all(is('level', 'top'), not(has('repliedAt')), not(has('endedAt'))),
  exclusions: [['paused', before('pausedAt', 'dueAt')]],
  verdicts: [['in', has('dueAt')]],
  better: 'low',
  groups: ['department', 'category', 'role', 'kind', 'channel', 'region'],
});
