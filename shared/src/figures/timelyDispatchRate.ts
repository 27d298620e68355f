import { all, before, type Condition, has, not } from './condition.ts';
import { type Exclusion, leftBefore } from './exclusions.ts';
import type { FieldOf } from './facts/index.ts';
import { figureOver, inTime } from './figure.ts';

const neverSent = ([reason, condition]: readonly [Exclusion, Condition<FieldOf<'ticket'>>]) =>
  [reason, all(not(has<FieldOf<'ticket'>>('firstDispatchedAt')), condition)] as const;

/** Did the centre itself send the matter out in time? */
export const timelyDispatchRate = figureOver('ticket', {
  id: 'timelyDispatchRate',
  version: 1,
  term: { zh: '及时派单率', en: 'Timely-dispatch rate' },
  words: {
    zh: '派单时限落在统计期内、且已到期的工单中，在派单时限前首次派出的比例；到期未派按未及时计。派单时限前直接答复、撤诉、无效、不予受理、移送、并单而未派出的不计入，分别列示。',
    en: 'Of the tickets whose dispatch was due in the period, the share first sent out before that; not sent is late. Tickets never sent because they were answered directly, withdrawn, invalid, declined, handed off or absorbed before that instant are left out and listed apart.',
  },
  cohortWords: { zh: '派单到期时间', en: 'when dispatch was due' },
  numerator: { zh: '按时派出的工单', en: 'tickets dispatched in time' },
  denominator: { zh: '应派单（已到期）的工单', en: 'tickets to be dispatched' },
  ...inTime,
  cohort: 'dispatchDueAt',
  due: true,
  done: 'firstDispatchedAt',
  exclusions: leftBefore(
    'dispatchDueAt',
    'directAnswer',
    'withdrawn',
    'invalid',
    'declined',
    'transferred',
    'absorbed',
  ).map(neverSent),
  verdicts: [['in', before('firstDispatchedAt', 'dispatchDueAt')]],
  groups: ['category', 'day', 'kind', 'channel', 'region'],
});
