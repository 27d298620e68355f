import { before, has } from './condition.ts';
import { left, leftBefore } from './exclusions.ts';
import { figureOver, inTime } from './figure.ts';
import { againstBothDues, originally } from './originally.ts';

/** The headline figure on which centres are compared: was the citizen answered before the promise ran out? */
export const timelyReplyRate = figureOver('appeal', {
  id: 'timelyReplyRate',
  version: 1,
  term: { zh: '及时回复率', en: 'Timely-reply rate' },
  words: {
    zh: '承诺到期日落在统计期内、且已到期的诉求中，在承诺时限前答复诉求人的比例。直接答复件，到期前撤诉、无效、不予受理、移送、并单的，以及计时暂停中的不计入，分别列示；到期未答复按未及时计，经考核剔除的除外。',
    en: 'Of the appeals whose promise ran out in the period, the share answered before it did. Direct answers, appeals withdrawn, invalid, declined, handed off or absorbed before due and those whose clock is paused are left out and listed apart; due and unanswered is late unless excused.',
  },
  cohortWords: { zh: '承诺到期时间', en: 'when the promise ran out' },
  numerator: { zh: '按时答复的诉求', en: 'appeals answered in time' },
  denominator: { zh: '应答复（已到期）的诉求', en: 'appeals due' },
  ...inTime,
  cohort: 'promisedDueAt',
  due: true,
  original: 'originalPromisedDueAt',
  done: 'answeredAt',
  exclusions: [
    ['excused', has('excusedAt')],
    ...left('directAnswer'),
    ...leftBefore('promisedDueAt', 'withdrawn', 'invalid', 'declined', 'transferred', 'absorbed'),
    ['paused', before('pausedAt', 'promisedDueAt')],
  ],
  verdicts: againstBothDues('answeredAt', 'promisedDueAt', 'originalPromisedDueAt'),
  originally,
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
