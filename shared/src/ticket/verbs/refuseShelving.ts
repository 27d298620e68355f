import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { decides } from '../steps/judging.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意挂账. */
export const refuseShelving = requestVerb(
  { decision: text(2000, 2, '不同意的理由') },
  {
    term: '不同意挂账',
    termEn: 'Refuse shelving',
    timeline: { zh: '{who}不同意挂账', en: '{who} refused shelving' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'G', batch: false, afterwards: 'next' },
    from: ['handling'],
    by: decides('shelving'),
    ready: (_, r) => pending(r, 'shelving'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
