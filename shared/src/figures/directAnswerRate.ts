import { is } from './condition.ts';
import { left } from './exclusions.ts';
import { figureOver } from './figure.ts';

/** 直办率: how much is settled while the citizen is still on the line. */
export const directAnswerRate = figureOver('appeal', {
  id: 'directAnswerRate',
  version: 1,
  term: { zh: '直接办结率', en: 'Direct-answer rate' },
  words: {
    zh: '统计期内受理的有效诉求中，由热线直接答复办结、未派单的比例。有效诉求为受理量减去撤诉、无效、不予受理和并单件。',
    en: 'Of the valid appeals received in the period, the share answered by the hotline itself and never dispatched. Valid: received, less withdrawn, invalid, declined and absorbed.',
  },
  cohortWords: { zh: '受理时间', en: 'when it was received' },
  numerator: { zh: '直接答复的诉求', en: 'appeals answered directly' },
  denominator: { zh: '有效诉求', en: 'valid appeals' },
  met: { zh: '直接答复', en: 'Answered directly' },
  missed: { zh: '派单办理等', en: 'Dispatched or open' },
  cohort: 'receivedAt',
  done: 'answeredAt',
  exclusions: left('withdrawn', 'invalid', 'declined', 'absorbed'),
  verdicts: [['in', is('outcome', 'answered')]],
  groups: ['category', 'day', 'kind', 'channel', 'region'],
});
