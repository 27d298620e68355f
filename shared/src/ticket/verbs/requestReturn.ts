import * as Type from 'typebox';
import { returnReasons } from '../../catalog/reasons.ts';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { Id, text } from '../../schema.ts';
import { replace } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import { unknownNamed } from '../steps/named.ts';
import { newRequest, openRequest } from '../steps/requests.ts';
import { returnsLeft } from '../steps/sending.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 申请退单: early, with a reason; asking counts as signing and the clock runs on. */
export const requestReturn = dispatchVerb(
  {
    reasonCode: text(40, 1, '退单原因'),
    reason: text(2000, 5, '退单说明及依据'),
    suggestedDepartmentId: Type.Optional(Id),
  },
  {
    term: '申请退单',
    termEn: 'Ask to return',
    timeline: { zh: '{who}申请退单', en: '{who} asked to return it' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'u', batch: false, afterwards: 'next' },
    reasons: returnReasons,
    from: ['awaitingDispatch', 'handling'],
    by: holder(...departmentStaff),
    offered: (_, d) => isOpen(d),
    ready: (c, d, m) => {
      if (d.designated !== null) return 'designatedCannotReturn';
      if (d.status === 'awaitingApproval') return 'wrongStatus';
      if (openRequest(c, d.id, 'return')) return 'requestOpen';
      if (d.role === 'lead' && d.parentId === null && returnsLeft(c, m) <= 0) return 'returnsUsedUp';
      return m.at < d.returnDueAt ? undefined : 'returnTooLate';
    },
    change: (c, d, { dispatchId, ...said }, m) => {
      const unknown = unknownNamed(said, c.ticket.centreId, m.directory);
      if (unknown) return refuse(unknown);
      return {
        dispatches: replace(c.dispatches, {
          ...d,
          status: 'handling',
          signedAt: d.signedAt ?? m.at,
          clerkId: d.clerkId ?? m.actor.id,
        }),
        requests: [...c.requests, newRequest(c, d, 'return', said, m)],
      };
    },
  },
);
