import { before, has } from './condition.ts';
import { leftBefore } from './exclusions.ts';
import { figureOver, inTime } from './figure.ts';
import { againstBothDues, originally } from './originally.ts';

/** The same question with what was answered on the line: what the citizen sees of the hotline as a whole. */
export const allInReplyRate = figureOver('appeal', {
  id: 'allInReplyRate',
  version: 1,
  term: { zh: '全口径及时回复率', en: 'All-in timely-reply rate' },
  words: {
    zh: '与及时回复率口径相同，但直接答复件计入分母；其答复时间早于承诺时限的，计入分子。',
    en: 'Like the timely-reply rate, but direct answers count: in time when they were given before the promise ran out.',
  },
  cohortWords: { zh: '承诺到期时间', en: 'when the promise ran out' },
  numerator: { zh: '按时答复的诉求（含直接答复）', en: 'appeals answered in time, directly or not' },
  denominator: { zh: '应答复（已到期）的诉求（含直接答复）', en: 'appeals due, answered directly or not' },
  ...inTime,
  cohort: 'promisedDueAt',
  due: true,
  original: 'originalPromisedDueAt',
  done: 'answeredAt',
  exclusions: [
    ['excused', has('excusedAt')],
    ...leftBefore('promisedDueAt', 'withdrawn', 'invalid', 'declined', 'transferred', 'absorbed'),
    ['paused', before('pausedAt', 'promisedDueAt')],
  ],
  verdicts: againstBothDues('answeredAt', 'promisedDueAt', 'originalPromisedDueAt'),
  originally,
  groups: ['category', 'day', 'kind', 'channel', 'region'],
});
