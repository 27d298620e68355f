import { shelvingReasons } from '../../catalog/reasons.ts';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { Instant, text } from '../../schema.ts';
import { addMs } from '../../time/instant.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { isOpen } from '../model/dispatch.ts';
import { newRequest, openRequest } from '../steps/requests.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 申请挂账: the lead cannot solve it now, for a reason it proves, until a day it names. */
export const requestShelving = dispatchVerb(
  {
    reviewAt: Instant,
    reasonCode: text(40, 1, '挂账原因'),
    reason: text(2000, 5, '挂账说明及依据'),
  },
  {
    term: '申请挂账',
    termEn: 'Ask for shelving',
    timeline: { zh: '{who}申请挂账', en: '{who} asked for shelving' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'g', batch: false, afterwards: 'next' },
    reasons: shelvingReasons,
    from: ['handling'],
    by: (actor, c, d) => holder(...departmentStaff)(actor, c, d) && d.role === 'lead' && d.parentId === null,
    offered: (_, d) => isOpen(d),
    ready: (c, d, m) => {
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      if (hasRunOut(d, m.at)) return 'overdueAlready';
      return openRequest(c, d.id, 'shelving') ? 'requestOpen' : undefined;
    },
    change: (c, d, { dispatchId, ...said }, m) => {
      if (said.reviewAt <= m.at || said.reviewAt > addMs(m.at, 366 * 86_400_000)) return refuse('reviewDateWrong');
      return { requests: [...c.requests, newRequest(c, d, 'shelving', said, m)] };
    },
  },
);
