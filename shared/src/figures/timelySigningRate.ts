import { before, is } from './condition.ts';
import { takenAway } from './exclusions.ts';
import { figureOver, inTime } from './figure.ts';

/** 及时签收率（及时查阅率）: did the department take the matter up in time? */
export const timelySigningRate = figureOver('dispatch', {
  id: 'timelySigningRate',
  version: 1,
  term: { zh: '及时签收率', en: 'Timely-signing rate' },
  words: {
    zh: '签收时限落在统计期内、且已到期的派单中，在签收时限前签收的比例。未签收、由系统代签收的按未及时计；申请退单视同签收。签收时限前申请并经批准退单的、解除的不计入，经考核剔除的另列。',
    en: 'Of the dispatches whose signing was due in the period, the share signed for before that. Not signed, or signed by the clock, is late; asking for a return counts as signing. Dispatches given back or released before that instant and excused ones are left out and listed apart.',
  },
  cohortWords: { zh: '签收到期时间', en: 'when signing was due' },
  numerator: { zh: '按时签收的派单', en: 'dispatches signed for in time' },
  denominator: { zh: '应签收（已到期）的派单', en: 'dispatches to be signed for' },
  ...inTime,
  cohort: 'signDueAt',
  due: true,
  done: 'signedAt',
  members: is('level', 'top'),
  exclusions: takenAway('signDueAt'),
  verdicts: [['in', before('signedAt', 'signDueAt')]],
  groups: ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'],
});
