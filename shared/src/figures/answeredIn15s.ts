import { has } from './condition.ts';
import { figureOver } from './figure.ts';
import { incoming } from './incoming.ts';

/** 15 秒接通率: GB/T 33358-2016. */
export const answeredIn15s = figureOver('call', {
  ...incoming,
  id: 'answeredIn15s',
  version: 1,
  term: { zh: '15 秒接通率', en: 'Answered in 15 s' },
  words: {
    zh: '来电后 15 秒内（含）由话务员接听的呼入电话的比例。统计期内呼入、且已接听或已结束的电话为分母；仍在振铃的不计。',
    en: 'The share of incoming calls an agent answered within 15 seconds. Of the incoming calls of the period that were answered or are over; those still ringing are left out.',
  },
  numerator: { zh: '15 秒内接听的电话', en: 'calls answered within 15 seconds' },
  met: { zh: '15 秒内接听', en: 'Within 15 s' },
  missed: { zh: '超过 15 秒或未接听', en: 'Later or not at all' },
  verdicts: [['in', has('promptAt')]],
});
