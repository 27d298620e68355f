import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { dispatched, does, logged, moment } from '../testing/town.test-support.ts';
import { quotaOf } from './quota.ts';

const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const rules = { ...moment().rules, rules: moment().rules.rules.map((r) => ({ ...r, extensionMaxTimes: 2 })) };
const left = (c: Case) => quotaOf(c, moment(undefined, { rules }));
const dispatch = { dispatchId: 't1-d1' };

test('what a dispatch may still be extended by is what the rule gives less what was granted to it', () => {
  const sent = does(dispatched(logged(), 'gas', ['roads']), 'gas', 'sign', dispatch);
  const of = (times: number, days: number) => [
    { dispatchId: 't1-d1', times, days },
    { dispatchId: 't1-d2', times: 2, days: 10 },
  ];
  expect(left(sent)).toEqual({ returns: 2, extensions: of(2, 10) });
  const asked = does(sent, 'gas', 'requestExtension', { ...dispatch, ...reason, days: 8 }, undefined, { rules });
  expect(left(asked).extensions).toEqual(of(2, 10));
  const denied = does(asked, 'reviewer', 'denyExtension', { requestId: 't1-q1', decision: '请按期办结。' });
  expect(left(denied).extensions).toEqual(of(2, 10));
  const granted = does(asked, 'reviewer', 'grantExtension', { requestId: 't1-q1', days: 3 }, undefined, { rules });
  expect(left(granted).extensions).toEqual(of(1, 7));
  // A request from before grants were counted apart was granted as asked; a rule made stricter gives nothing back.
  const whole = { ...granted, requests: granted.requests.map((r) => ({ ...r, grantedDays: null })) };
  expect(left(whole).extensions).toEqual(of(1, 2));
  const [request] = whole.requests;
  if (!request) throw new Error('no request');
  const many = { ...whole, requests: ['x1', 'x2', 'x3'].map((id) => ({ ...request, id })) };
  expect(left(many).extensions).toEqual(of(0, 0));
});

test('a lead gave back twice what it may give back twice: none is left; what has ended is not counted', () => {
  const back = (c: Case, id: string) => {
    const asked = does(c, id as 'gas', 'requestReturn', {
      dispatchId: c.dispatches.at(-1)?.id,
      ...reason,
      reasonCode: 'notOurDuty',
    });
    return does(asked, 'dispatcher', 'approveReturn', { requestId: asked.requests.at(-1)?.id });
  };
  const once = back(dispatched(logged(), 'gas'), 'gas');
  expect(left(once)).toEqual({ returns: 1, extensions: [] });
  const twice = back(dispatched(once, 'roads'), 'roads');
  expect(left(twice)).toEqual({ returns: 0, extensions: [] });
  const third = { ...twice, dispatches: [...twice.dispatches, ...once.dispatches.map((d) => ({ ...d, id: 'x' }))] };
  expect(left(third).returns).toBe(0);
  // Returns of assists, of children and of an earlier round are none of the lead's.
  const others = twice.dispatches.map((d, i) => ({
    ...d,
    ...(i === 0 ? { role: 'assist' as const } : { parentId: 'd9' }),
  }));
  expect(left({ ...twice, dispatches: others }).returns).toBe(2);
  expect(left({ ...twice, dispatches: twice.dispatches.map((d) => ({ ...d, round: 2 })) }).returns).toBe(2);
});
