import { left } from './exclusions.ts';
import { figureOver } from './figure.ts';

/** 办结率: does the hotline get through what comes in? */
export const closingRate = figureOver('ticket', {
  id: 'closingRate',
  version: 1,
  term: { zh: '办结率', en: 'Closing rate' },
  words: {
    zh: '统计期内办结的工单，占期初未办结与期内新登记工单之和的比例。并入他单的工单不计入，另行列示。',
    en: 'Tickets closed in the period, of those open at its start and those logged in it. Tickets absorbed by another are left out and listed apart.',
  },
  cohortWords: { zh: '登记时间与办结时间', en: 'when it was logged, and when it was closed' },
  numerator: { zh: '期内办结的工单', en: 'tickets closed in the period' },
  denominator: { zh: '期初未办结加期内登记的工单', en: 'tickets open at the start or logged in the period' },
  met: { zh: '期内办结', en: 'Closed' },
  missed: { zh: '期末未办结', en: 'Open at the end' },
  measure: { as: 'flow', exit: 'closedAt' },
  cohort: 'receivedAt',
  done: 'closedAt',
  exclusions: left('absorbed'),
  verdicts: [],
  groups: ['department', 'category', 'kind', 'channel', 'region'],
});
