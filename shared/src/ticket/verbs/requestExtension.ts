import * as Type from 'typebox';
import { extensionReasons } from '../../catalog/reasons.ts';
import { holder } from '../../people/permissions.ts';
import { isOpen } from '../model/dispatch.ts';
import { extensionLeft } from '../steps/quota.ts';
import { newRequest, openRequest } from '../steps/requests.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 申请延期: before due; times and total days by the rule. */
export const requestExtension = dispatchVerb(
  {
    days: Type.Integer({ title: '延期工作日', minimum: 1, maximum: 365 }),
    reasonCode: Type.String({ title: '延期原因', minLength: 1, maxLength: 40 }),
    reason: Type.String({ title: '延期说明', minLength: 5, maxLength: 2000 }),
  },
  {
    term: '申请延期',
    termEn: 'Ask for an extension',
    reasons: extensionReasons,
    from: ['awaitingDispatch', 'handling'],
    by: holder('handler', 'departmentHead'),
    offered: (_, d) => isOpen(d),
    ready: (c, d, m) => {
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      if (m.at >= d.dueAt) return 'overdueAlready';
      if (openRequest(c, d.id, 'extension')) return 'requestOpen';
      return extensionLeft(c, d, m).times <= 0 ? 'extensionUsedUp' : undefined;
    },
    change: (c, d, { dispatchId, ...said }, m) => {
      if (said.days > extensionLeft(c, d, m).days) return refuse('tooManyDays');
      return { requests: [...c.requests, newRequest(c, d, 'extension', said, m)] };
    },
  },
);
