import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { Id, text } from '../../schema.ts';
import { isOpen } from '../model/dispatch.ts';
import { notOfCase } from '../steps/named.ts';
import { newRequest, openRequest } from '../steps/requests.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 申请市民补充: the department cannot go on without something only the citizen knows; once for each dispatch. */
export const askQuestion = dispatchVerb(
  { reason: text(2000, 5, '需要市民补充的内容'), appealId: Type.Optional(Id) },
  {
    term: '请市民补充',
    termEn: 'Ask for more',
    timeline: { zh: '{who}申请由市民补充情况', en: '{who} asked for a question to the citizen' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'w', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling'],
    by: holder(...departmentStaff),
    offered: (_, d) => isOpen(d),
    ready: (c, d) => {
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      if (openRequest(c, d.id, 'question')) return 'requestOpen';
      return c.requests.some((r) => r.dispatchId === d.id && r.type === 'question' && r.status === 'approved')
        ? 'questionAsked'
        : undefined;
    },
    change: (c, d, { dispatchId, ...said }, m) => {
      const unknown = notOfCase(c, said);
      if (unknown) return refuse(unknown);
      return { requests: [...c.requests, newRequest(c, d, 'question', said, m)] };
    },
  },
);
