import { has, is } from './condition.ts';
import { figureOver } from './figure.ts';

/** 延期率: stands beside every timely-reply rate, which extensions flatter. */
export const extensionRate = figureOver('dispatch', {
  id: 'extensionRate',
  version: 1,
  term: { zh: '延期率', en: 'Extension rate' },
  words: {
    zh: '统计期内派出的派单（不含转派下级）中，获批延期的比例；同一派单多次延期计一次。',
    en: 'Of the dispatches sent in the period (sub-dispatches apart), the share that was granted more time; several times count once.',
  },
  cohortWords: { zh: '派出时间', en: 'when it was sent' },
  numerator: { zh: '获批延期的派单', en: 'dispatches granted more time' },
  denominator: { zh: '派出的派单', en: 'dispatches sent' },
  met: { zh: '已延期', en: 'Extended' },
  missed: { zh: '未延期', en: 'Not extended' },
  cohort: 'sentAt',
  done: 'extendedAt',
  members: is('level', 'top'),
  verdicts: [['in', has('extendedAt')]],
  better: 'low',
  groups: ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'],
});
