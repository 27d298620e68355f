import { all, any, has, is } from './condition.ts';

/** Whom the figures of calls count: incoming calls by when they came in, once they were answered or are over. */
export const incoming = {
  cohort: 'ringingAt',
  cohortWords: { zh: '来电时间', en: 'when it came in' },
  denominator: { zh: '呼入且已接听或已结束的电话', en: 'incoming calls answered or over' },
  members: all<'direction' | 'answeredAt' | 'endedAt'>(is('direction', 'in'), any(has('answeredAt'), has('endedAt'))),
  done: 'answeredAt',
  groups: ['day'],
} as const;
