import { has, not } from './condition.ts';
import { figureOver } from './figure.ts';

/** Everything that is still open. */
export const backlog = figureOver('ticket', {
  id: 'backlog',
  version: 1,
  term: { zh: '在办总量', en: 'Backlog' },
  words: {
    zh: '此刻尚未办结的工单件数。',
    en: 'Tickets not closed at this moment.',
  },
  cohortWords: { zh: '登记时间', en: 'when it was logged' },
  numerator: { zh: '未办结的工单', en: 'tickets open' },
  denominator: { zh: '未办结的工单', en: 'tickets open' },
  measure: { as: 'live', when: 'any' },
  cohort: 'receivedAt',
  members: not(has('closedAt')),
  verdicts: [['in', has('receivedAt')]],
  better: 'low',
  groups: ['department', 'category', 'kind', 'channel', 'region'],
});
