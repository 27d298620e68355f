import { has } from './condition.ts';
import { figureOver } from './figure.ts';

/** 补录占比: how much was logged only afterwards, and how many. */
export const lateEntryRate = figureOver('appeal', {
  id: 'lateEntryRate',
  version: 1,
  term: { zh: '补录占比', en: 'Late-entry rate' },
  words: {
    zh: '统计期内受理的诉求中，事后补录的件数及比例。按实际受理时间归入统计期，不按补录时间。',
    en: 'Of the appeals received in the period, how many and what share were entered afterwards. They belong to the period in which they were received, not to that in which they were entered.',
  },
  cohortWords: { zh: '受理时间', en: 'when it was received' },
  numerator: { zh: '补录的诉求', en: 'appeals entered late' },
  denominator: { zh: '受理的诉求', en: 'appeals received' },
  met: { zh: '补录', en: 'Entered late' },
  missed: { zh: '当时登记', en: 'Logged when received' },
  cohort: 'receivedAt',
  done: 'lateEnteredAt',
  verdicts: [['in', has('lateEnteredAt')]],
  better: 'low',
  groups: ['category', 'day', 'kind', 'channel', 'region'],
});
