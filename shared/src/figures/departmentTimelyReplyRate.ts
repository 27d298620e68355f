import { before, is } from './condition.ts';
import { takenAway } from './exclusions.ts';
import { figureOver, inTime } from './figure.ts';
import { againstBothDues, originally } from './originally.ts';

/** The figure departments are ranked on: did the reply leave the department before its own clock ran out? */
export const departmentTimelyReplyRate = figureOver('dispatch', {
  id: 'departmentTimelyReplyRate',
  version: 1,
  term: { zh: '承办单位及时回复率', en: 'Department timely-reply rate' },
  words: {
    zh: '办理时限落在统计期内、且已到期的派单中，在时限前答复的比例；经批准延期的按新时限计，旁列按原时限计算的比例。主办、协办分别统计，重办每轮各计一次，转派下级另设附表。到期前申请并经批准退单的、到期前解除的、计时暂停中的不计入，分别列示；到期未答复按未及时计，经考核剔除的除外。',
    en: 'Of the dispatches whose due fell in the period and has passed, the share replied to before due; a granted extension counts by the new due, and the rate by the original one stands beside it. Lead and assist apart, one row per round, sub-dispatches in a table of their own. Dispatches given back (asked for before due and approved), released before due or paused are left out and listed apart; due and unanswered is late unless excused.',
  },
  cohortWords: { zh: '办理到期时间', en: 'when the reply was due' },
  numerator: { zh: '按时答复的派单', en: 'dispatches replied to in time' },
  denominator: { zh: '应答复（已到期）的派单', en: 'dispatches due' },
  ...inTime,
  cohort: 'dueAt',
  due: true,
  original: 'originalDueAt',
  done: 'repliedAt',
  members: is('level', 'top'),
  exclusions: [...takenAway('dueAt'), ['paused', before('pausedAt', 'dueAt')]],
  verdicts: againstBothDues('repliedAt', 'dueAt', 'originalDueAt'),
  originally,
  groups: ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'],
});
