import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../calendar/calendar.ts';
import { stateCouncilDays } from '../calendar/stateCouncil.ts';
import { defaultRules } from './defaultRules.ts';
import { explainMatch, matchRule, type Subject } from './matchRule.ts';
import { dispatchDeadlines, promiseDeadline } from './ruleDeadlines.ts';
import { type DeadlineRule, RuleSet } from './rules.ts';

const cal = compileCalendar({
  id: 'fuzhou',
  version: 7,
  name: '福州',
  utcOffsetMinutes: 480,
  from: '2017-01-01',
  to: '2017-12-31',
  periods: [
    [480, 720],
    [840, 1080],
  ],
  special: stateCouncilDays(2017, 2017),
});
const fuzhou: RuleSet = { id: 'fuzhou', version: 3, rules: defaultRules(['streetLights']) };
const complaint: Subject = {
  kind: 'complaint',
  service: 'general',
  urgency: 'normal',
  channel: 'phone',
  categoryPath: ['city', 'publicWorks', 'roads'],
  departmentPath: ['city', 'gulou', 'gulouHousing'],
};
const monday = '2017-11-20T02:00:00.000Z'; // Monday 20 November, 10:00 in Fuzhou

describe('the default rules', () => {
  test.each([
    ['inquiry', 'normal', 'inquiry', '2 workingDays'],
    ['help', 'normal', 'help', '3 workingDays'],
    ['suggestion', 'normal', 'suggestion', '5 workingDays'],
    ['praise', 'normal', 'suggestion', '5 workingDays'],
    ['complaint', 'normal', 'complaint', '10 workingDays'],
    ['report', 'normal', 'complaint', '10 workingDays'],
    ['inquiry', 'urgent', 'urgent', '24 hours'],
    ['report', 'critical', 'critical', '2 hours'],
  ])('give a %s that is %s the rule «%s», %s', (kind, urgency, id, limit) => {
    const { rule } = matchRule(fuzhou, { ...complaint, kind, urgency });
    expect(rule.id).toBe(id);
    expect(`${rule.replyLimit.amount} ${rule.replyLimit.unit}`).toBe(limit);
  });

  test('give a complaint on the convenience list 3 working days, however deep its category lies', () => {
    const lamp = { ...complaint, categoryPath: ['city', 'streetLights', 'lampOut'] };
    expect(matchRule(fuzhou, lamp).rule.replyLimit).toEqual({ amount: 3, unit: 'workingDays' });
    expect(matchRule({ ...fuzhou, rules: defaultRules([]) }, lamp).rule.id).toBe('complaint');
  });

  test('are what an administrator may store', () => {
    expect(Value.Check(RuleSet, fuzhou)).toBe(true);
    const [first] = fuzhou.rules;
    expect(Value.Check(RuleSet, { ...fuzhou, rules: [{ ...first, match: { kinds: [] } }] })).toBe(false);
    expect(Value.Check(RuleSet, { ...fuzhou, rules: [{ ...first, signLimit: { amount: 0, unit: 'days' } }] })).toBe(
      false,
    );
  });
});

test('the tester names every condition that failed, and stops at the rule that applies', () => {
  expect(explainMatch(fuzhou, complaint).map(({ ruleId, failed }) => [ruleId, failed])).toEqual([
    ['critical', ['urgencies']],
    ['urgent', ['urgencies']],
    ['inquiry', ['kinds']],
    ['help', ['kinds']],
    ['suggestion', ['kinds']],
    ['convenience', ['categoryIds']],
    ['complaint', []],
  ]);
});

test('a kind no rule speaks of is refused with a sentence', () => {
  expect(() => matchRule(fuzhou, { ...complaint, kind: 'poem' })).toThrow(/没有适用/);
  expect(explainMatch(fuzhou, { ...complaint, kind: 'poem' })).toHaveLength(fuzhou.rules.length);
});

test('a rule for a district holds for every department below it, and never for the promise', () => {
  const gulou = variant({
    id: 'gulou',
    match: { departmentIds: ['gulou'] },
    replyLimit: { amount: 1, unit: 'workingDays' },
  });
  const rules = { ...fuzhou, rules: [gulou, ...fuzhou.rules] };
  expect(dispatchDeadlines(cal, rules, monday, complaint).ruleId).toBe('gulou');
  expect(dispatchDeadlines(cal, rules, monday, { ...complaint, departmentPath: ['city', 'cangshan'] }).ruleId).toBe(
    'complaint',
  );
  expect(promiseDeadline(cal, rules, monday, complaint).ruleId).toBe('complaint');
});

test('a dispatch freezes its limit, its instants and by what they were computed', () => {
  expect(dispatchDeadlines(cal, fuzhou, monday, { ...complaint, kind: 'help' })).toEqual({
    ruleSetId: 'fuzhou',
    ruleId: 'help',
    ruleVersion: 3,
    calendarId: 'fuzhou',
    calendarVersion: 7,
    limit: { amount: 3, unit: 'workingDays' },
    signDueAt: '2017-11-21T16:00:00.000Z', // Tuesday 24:00
    dueAt: '2017-11-23T16:00:00.000Z', // Thursday 24:00
    yellowAt: '2017-11-22T16:00:00.000Z', // Wednesday 24:00
    returnDueAt: '2017-11-21T21:00:00.000Z', // half of 86 hours: Wednesday 05:00
  });
});

test('rework runs by the rework limit, and no clock ends after the due', () => {
  const rework = dispatchDeadlines(cal, fuzhou, monday, { ...complaint, urgency: 'critical' }, 'rework');
  expect(rework.limit).toEqual({ amount: 3, unit: 'workingDays' });
  const tight = variant({
    match: {},
    replyLimit: { amount: 1, unit: 'hours' },
    returnLimit: { amount: 1, unit: 'days' },
  });
  const clocks = dispatchDeadlines(cal, { ...fuzhou, rules: [tight] }, monday, complaint);
  expect([clocks.signDueAt, clocks.returnDueAt]).toEqual([clocks.dueAt, clocks.dueAt]);
});

describe('the promise, from Monday 10:00', () => {
  test.each<[string, Partial<DeadlineRule>, string, DeadlineRule['replyLimit']]>([
    ['adds a working day', {}, '2017-12-05T16:00:00.000Z', { amount: 11, unit: 'workingDays' }],
    [
      'adds an hour to hours',
      { replyLimit: { amount: 24, unit: 'hours' } },
      '2017-11-21T03:00:00.000Z',
      { amount: 25, unit: 'hours' },
    ],
    [
      'adds an hour to minutes',
      { replyLimit: { amount: 30, unit: 'minutes' } },
      '2017-11-20T03:30:00.000Z',
      { amount: 90, unit: 'minutes' },
    ],
    [
      'adds a working hour',
      { replyLimit: { amount: 2, unit: 'workingHours' } },
      '2017-11-20T07:00:00.000Z',
      { amount: 3, unit: 'workingHours' },
    ],
    [
      'adds a working day to natural days',
      { replyLimit: { amount: 4, unit: 'days' } },
      '2017-11-27T16:00:00.000Z',
      { amount: 4, unit: 'days' },
    ],
    [
      'takes its own limit',
      { promiseLimit: { amount: 5, unit: 'days' } },
      '2017-11-25T16:00:00.000Z',
      { amount: 5, unit: 'days' },
    ],
  ])('%s', (_, change, promisedDueAt, limit) => {
    const rules = { ...fuzhou, rules: [variant({ match: {}, ...change })] };
    expect(promiseDeadline(cal, rules, monday, complaint)).toMatchObject({ promisedDueAt, limit, ruleVersion: 3 });
  });

  test('comes with the centre’s own clock: 4 working hours to dispatch', () => {
    expect(promiseDeadline(cal, fuzhou, monday, complaint).dispatchDueAt).toBe('2017-11-20T08:00:00.000Z'); // 16:00
  });
});

/** The default complaint rule with something changed. */
function variant(change: Partial<DeadlineRule>): DeadlineRule {
  return { ...matchRule(fuzhou, complaint).rule, ...change };
}
