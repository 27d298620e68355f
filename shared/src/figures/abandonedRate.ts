import { has } from './condition.ts';
import { figureOver } from './figure.ts';
import { incoming } from './incoming.ts';

/** 放弃率: who would not wait any longer. */
export const abandonedRate = figureOver('call', {
  ...incoming,
  id: 'abandonedRate',
  version: 1,
  term: { zh: '放弃率', en: 'Abandoned rate' },
  words: {
    zh: '接听前由市民主动挂断的呼入电话的比例。统计期内呼入、且已接听或已结束的电话为分母；仍在振铃的不计。',
    en: 'The share of incoming calls whose callers hung up before an answer. Of the incoming calls of the period that were answered or are over; those still ringing are left out.',
  },
  numerator: { zh: '市民放弃的电话', en: 'calls their callers gave up' },
  met: { zh: '市民放弃', en: 'Given up' },
  missed: { zh: '已接听或无人接听', en: 'Answered, or missed by us' },
  verdicts: [['in', has('abandonedAt')]],
  better: 'low',
});
