import { text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { decides } from '../steps/judging.ts';
import { decided, pending } from '../steps/requests.ts';
import { requestVerb } from '../verb.ts';

/** 不同意延期: the due stays where it is. */
export const denyExtension = requestVerb(
  { decision: text(2000, 2, '不同意的理由') },
  {
    term: '不同意延期',
    termEn: 'Deny extension',
    timeline: { zh: '{who}不同意{unit}延期', en: '{who} denied {unit} an extension' },
    citizen: 'notTold',
    button: { prominence: 'primary', key: 'Y', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling', 'shelved', 'awaitingReview'],
    by: decides('extension'),
    ready: (_, r) => pending(r, 'extension'),
    change: (c, r, input, m) => ({
      requests: replace(c.requests, decided(r, 'refused', input.decision, m)),
    }),
  },
);
