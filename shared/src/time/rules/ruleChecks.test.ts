import { expect, test } from 'vitest';
import { channels, kinds, services, urgencies } from '../../ticket/model/ticket.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { stateCouncilCalendar } from '../calendar/stateCouncilCalendar.ts';
import { defaultRules } from './defaultRules.ts';
import { type RuleWords, ruleGaps, shadowedRules, unknownWords } from './ruleChecks.ts';
import type { DeadlineRule, RuleMatch } from './rules.ts';
import { countedDays, tryRules } from './trial.ts';

const words: RuleWords = {
  ...{ kinds, services, urgencies, channels },
  categoryPaths: new Map([
    ['city', ['city']],
    ['roads', ['city', 'roads']],
  ]),
  departmentPaths: new Map([['water', ['water']]]),
};
const rules = defaultRules(['roads']);
const withMatch = (id: string, match: RuleMatch): DeadlineRule => ({
  ...(rules[0] as DeadlineRule),
  id,
  name: id,
  match,
});

test('a list that fits everything has no gap; one that does not says what it forgets', () => {
  expect(ruleGaps(rules, words)).toEqual([]);
  const withoutHelp = rules.filter((r) => r.id !== 'help');
  const gaps = ruleGaps(withoutHelp, words);
  expect(new Set(gaps.map((g) => `${g.kind} ${g.urgency}`))).toEqual(new Set(['help normal']));
  expect(gaps).toHaveLength(services.length * channels.length);
  // A rule for a category or a department fits nothing that has none yet.
  expect(
    ruleGaps([withMatch('a', { categoryIds: ['city'] }), withMatch('b', { departmentIds: ['water'] })], words),
  ).toHaveLength(kinds.length * urgencies.length * services.length * channels.length);
});

test.each<[string, RuleMatch[], { index: number; by: number }[]]>([
  ['the same again', [{ kinds: ['help'] }, { kinds: ['help'] }], [{ index: 1, by: 0 }]],
  [
    'narrower than an earlier one',
    [{ kinds: ['help', 'inquiry'] }, { kinds: ['help'], urgencies: ['urgent'] }],
    [{ index: 1, by: 0 }],
  ],
  ['wider than an earlier one', [{ kinds: ['help'] }, { kinds: ['help', 'inquiry'] }], []],
  [
    'everything after a catch-all',
    [{}, { kinds: ['help'] }, {}],
    [
      { index: 1, by: 0 },
      { index: 2, by: 0 },
    ],
  ],
  ['a category below an earlier one', [{ categoryIds: ['city'] }, { categoryIds: ['roads'] }], [{ index: 1, by: 0 }]],
  ['a category above an earlier one', [{ categoryIds: ['roads'] }, { categoryIds: ['city'] }], []],
  ['one of its categories only', [{ categoryIds: ['roads'] }, { categoryIds: ['roads', 'city'] }], []],
  ['a category nobody knows any more', [{ categoryIds: ['old'] }, { categoryIds: ['old'] }], [{ index: 1, by: 0 }]],
  ['an earlier one of a category', [{ categoryIds: ['city'] }, { kinds: ['help'] }], []],
  ['all kinds named one by one', [{ kinds: [...kinds] }, { urgencies: ['urgent'] }], [{ index: 1, by: 0 }]],
])('%s: which rules fit nothing', (_, matches, shadowed) => {
  expect(
    shadowedRules(
      matches.map((m, i) => withMatch(`r${i}`, m)),
      words,
    ),
  ).toEqual(shadowed);
});

test('a misspelt word is found', () => {
  expect(unknownWords([withMatch('a', { kinds: ['help', 'poem'], departmentIds: ['nobody'] })], words)).toEqual([
    { index: 0, value: 'poem' },
    { index: 0, value: 'nobody' },
  ]);
  const known: RuleMatch = {
    ...{ kinds: ['help'], services: ['consumer'], urgencies: ['urgent'], channels: ['phone'] },
    ...{ categoryIds: ['roads'], departmentIds: ['water'] },
  };
  expect(unknownWords([withMatch('a', known)], words)).toEqual([]);
});

test('the tester asks rule by rule, stops at the one that applies, and counts its days', () => {
  const cal = compileCalendar(stateCouncilCalendar('fuzhou'));
  const friday = '2026-09-18T02:00:00.000Z'; // Friday 18 September 2026, 10:00; Sunday the 20th is a make-up day.
  const subject = {
    kind: 'help',
    service: 'general',
    urgency: 'normal',
    channel: 'phone',
    categoryPath: [],
    departmentPath: ['water'],
  };
  const { promise, dispatch } = tryRules(cal, { id: 'r', version: 1, rules }, subject, friday);
  expect(promise.rules.map((r) => `${r.rule.id} ${r.verdict} ${r.failed.join()}`)).toEqual([
    'critical failed urgencies',
    'urgent failed urgencies',
    'inquiry failed kinds',
    'help applies ',
    'suggestion notAsked ',
    'convenience notAsked ',
    'complaint notAsked ',
  ]);
  expect(promise.clocks).toMatchObject({
    promisedDueAt: '2026-09-23T16:00:00.000Z',
    limit: { amount: 4, unit: 'workingDays' },
  });
  expect(dispatch?.clocks).toMatchObject({ dueAt: '2026-09-22T16:00:00.000Z', signDueAt: '2026-09-20T16:00:00.000Z' });
  expect(countedDays(cal, friday, '2026-09-22T16:00:00.000Z', { amount: 3, unit: 'workingDays' })).toEqual([
    { date: '2026-09-18', counted: null, worked: true },
    { date: '2026-09-19', counted: null, worked: false },
    { date: '2026-09-20', counted: 1, worked: true },
    { date: '2026-09-21', counted: 2, worked: true },
    { date: '2026-09-22', counted: 3, worked: true },
  ]);
  const late = tryRules(cal, { id: 'r', version: 1, rules }, subject, '2012-12-30T02:00:00.000Z');
  expect(late.promise.clocks).toMatchObject({ message: expect.stringContaining('没有 2012 年') });
  expect(tryRules(cal, { id: 'r', version: 1, rules: [] }, subject, friday).promise.clocks).toMatchObject({
    code: 'conflict',
  });
});
