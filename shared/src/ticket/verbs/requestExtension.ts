import * as Type from 'typebox';
import { extensionReasons } from '../../catalog/reasons.ts';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { isOpen } from '../model/dispatch.ts';
import { extensionLeft } from '../steps/quota.ts';
import { newRequest, openRequest } from '../steps/requests.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 申请延期: before due; times and total days by the rule. */
export const requestExtension = dispatchVerb(
  {
    days: Type.Integer({ title: '延期工作日', minimum: 1, maximum: 365 }),
    reasonCode: text(40, 1, '延期原因'),
    reason: text(2000, 5, '延期说明'),
  },
  {
    term: '申请延期',
    termEn: 'Ask for an extension',
    timeline: { zh: '{who}申请延期', en: '{who} asked for an extension' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'i', batch: false, afterwards: 'next' },
    reasons: extensionReasons,
    from: ['awaitingDispatch', 'handling'],
    by: holder(...departmentStaff),
    offered: (_, d) => isOpen(d),
    ready: (c, d, m) => {
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      if (hasRunOut(d, m.at)) return 'overdueAlready';
      if (openRequest(c, d.id, 'extension')) return 'requestOpen';
      return extensionLeft(c, d, m).times <= 0 ? 'extensionUsedUp' : undefined;
    },
    change: (c, d, { dispatchId, ...said }, m) => {
      if (said.days > extensionLeft(c, d, m).days) return refuse('tooManyDays');
      return { requests: [...c.requests, newRequest(c, d, 'extension', said, m)] };
    },
  },
);
