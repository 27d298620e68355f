import { has } from './condition.ts';
import { figureOver } from './figure.ts';
import { incoming } from './incoming.ts';

/** 接通率: whether whoever calls gets through. GB/T 33358-2016 wants 95 % in any 24 hours. */
export const connectedRate = figureOver('call', {
  ...incoming,
  id: 'connectedRate',
  version: 1,
  term: { zh: '接通率', en: 'Connected rate' },
  words: {
    zh: '话务员接听的呼入电话的比例。统计期内呼入、且已接听或已结束的电话为分母；仍在振铃的不计。',
    en: 'The share of incoming calls an agent answered. Of the incoming calls of the period that were answered or are over; those still ringing are left out.',
  },
  numerator: { zh: '话务员接听的电话', en: 'calls an agent answered' },
  met: { zh: '已接听', en: 'Answered' },
  missed: { zh: '未接听', en: 'Not answered' },
  verdicts: [['in', has('answeredAt')]],
});
