import * as Type from 'typebox';
import { holder } from '../../people/permissions.ts';
import { matchRule } from '../../time/matchRule.ts';
import type { Case } from '../case.ts';
import { subjectOf } from '../clock.ts';
import { type Dispatch, isOpen } from '../dispatch.ts';
import { newRequest, openRequest } from '../requests.ts';
import { dispatchVerb, type Moment } from '../verb.ts';
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
    from: ['handling'],
    by: (actor, c, d) => holder('handler', 'departmentHead')(actor, c, d) && isOpen(d),
    ready: (c, d, m) => {
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      if (m.at >= d.dueAt) return 'overdueAlready';
      if (openRequest(c, d.id, 'extension')) return 'requestOpen';
      return used(c, d).times >= ruleOf(c, d, m).extensionMaxTimes ? 'extensionUsedUp' : undefined;
    },
    change: (c, d, { dispatchId, ...said }, actor, m) => {
      if (used(c, d).days + said.days > ruleOf(c, d, m).extensionMaxDays) return refuse('tooManyDays');
      return { requests: [...c.requests, newRequest(c, d, 'extension', said, actor, m)] };
    },
  },
);

const ruleOf = (c: Case, d: Dispatch, m: Moment) => matchRule(m.rules, subjectOf(c.ticket, m, d.departmentId)).rule;

const used = (c: Case, d: Dispatch) => {
  const granted = c.requests.filter((r) => r.dispatchId === d.id && r.type === 'extension' && r.status === 'approved');
  return { times: granted.length, days: granted.reduce((sum, r) => sum + (r.days ?? 0), 0) };
};
