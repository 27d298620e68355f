import { before, is } from './condition.ts';
import { takenAway } from './exclusions.ts';
import { figureOver, inTime } from './figure.ts';
import { againstBothDues, originally } from './originally.ts';

/** A department's sub-table: how those answer to whom it sent matters on. */
export const subDispatchTimelyReplyRate = figureOver('dispatch', {
  id: 'subDispatchTimelyReplyRate',
  version: 1,
  term: { zh: '转派下级及时回复率', en: 'Sub-dispatch timely-reply rate' },
  words: {
    zh: '承办单位转派下级的件中，按承办单位及时回复率同一口径，在下级时限前答复的比例。上级单位的及时回复率只看其自身派单，不受本表影响。',
    en: 'Of the matters a department sent on to its units, the share replied to before their due, counted like the department rate. The parent’s own rate does not depend on this table.',
  },
  cohortWords: { zh: '下级办理到期时间', en: 'when the unit’s reply was due' },
  numerator: { zh: '按时答复的转派件', en: 'sub-dispatches replied to in time' },
  denominator: { zh: '应答复（已到期）的转派件', en: 'sub-dispatches due' },
  ...inTime,
  cohort: 'dueAt',
  due: true,
  original: 'originalDueAt',
  done: 'repliedAt',
  members: is('level', 'sub'),
  exclusions: [...takenAway('dueAt'), ['paused', before('pausedAt', 'dueAt')]],
  verdicts: againstBothDues('repliedAt', 'dueAt', 'originalDueAt'),
  originally,
  groups: ['department', 'category', 'day', 'kind', 'channel', 'region'],
});
