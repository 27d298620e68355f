import { has, not } from './condition.ts';
import { figureOver } from './figure.ts';

/** A backlog may be small and yet hold something forgotten. */
export const oldest = figureOver('ticket', {
  id: 'oldest',
  version: 1,
  term: { zh: '最早未办结', en: 'Oldest open ticket' },
  words: {
    zh: '此刻尚未办结的工单中，登记时间最早的一件；件数同在办总量。',
    en: 'Of the tickets not closed at this moment, the one logged first; the number is the backlog.',
  },
  cohortWords: { zh: '登记时间', en: 'when it was logged' },
  numerator: { zh: '未办结的工单', en: 'tickets open' },
  denominator: { zh: '未办结的工单', en: 'tickets open' },
  measure: { as: 'live', when: 'any' },
  cohort: 'receivedAt',
  members: not(has('closedAt')),
  verdicts: [['in', has('receivedAt')]],
  better: 'low',
  countedAs: 'backlog',
  groups: ['department', 'category', 'kind', 'channel', 'region'],
});
