import { describe, expect, test } from 'vitest';
import { provisionalRules } from '../rules/coverage.ts';
import { defaultRules } from '../rules/defaultRules.ts';
import { compileCalendar } from './calendar.ts';
import { calendarDifference, changedCalendar, withYear } from './calendarChange.ts';
import type { SpecialDay } from './calendarData.ts';
import { stateCouncilCalendar } from './stateCouncilCalendar.ts';
import { isWorkingDay, workingDaysAfter } from './workingDays.ts';

const fuzhou = stateCouncilCalendar('fuzhou');
const off = (date: string, name = '台风停工'): SpecialDay => ({ date, working: false, name });
const newYear2027 = [off('2027-01-01', '元旦')];

describe('changing days', () => {
  test('makes the next version and leaves the old one as it is', () => {
    const before = JSON.stringify(fuzhou);
    const next = changedCalendar(fuzhou, { set: [off('2026-12-01')], clear: ['2026-10-10'] });
    expect(next.version).toBe(2);
    expect(JSON.stringify(fuzhou)).toBe(before);
    expect(isWorkingDay(compileCalendar(next), '2026-12-01')).toBe(false);
    expect(isWorkingDay(compileCalendar(next), '2026-10-10')).toBe(false);
    expect(
      calendarDifference(fuzhou, next).map((d) => [d.date, d.before?.working ?? null, d.after?.working ?? null]),
    ).toEqual([
      ['2026-10-10', true, null],
      ['2026-12-01', null, false],
    ]);
  });

  test.each([
    ['a day twice', { set: [off('2026-12-01')], clear: ['2026-12-01'] }, '出现了两次'],
    ['a day outside the data', { set: [off('2027-01-01')], clear: [] }, '请先导入该年'],
    ['a day that does not exist', { set: [off('2026-02-30')], clear: [] }, '不存在'],
    ['nothing', { set: [], clear: [] }, '没有需要保存的更改'],
    [
      'periods that overlap',
      {
        set: [],
        clear: [],
        periods: [
          [480, 720],
          [700, 800],
        ] as [number, number][],
      },
      '重叠',
    ],
    [
      'a month without a working day',
      { set: Array.from({ length: 31 }, (_, i) => off(`2026-12-${String(i + 1).padStart(2, '0')}`)), clear: [] },
      '2026 年 12 月没有任何工作日',
    ],
  ])('%s is refused', (_, change, sentence) => {
    expect(() => changedCalendar(fuzhou, change)).toThrow(sentence);
  });
});

describe('importing a year', () => {
  test('carries the clocks over the end of the year', () => {
    const next = withYear(fuzhou, 2027, newYear2027);
    expect([next.from, next.to, next.version]).toEqual(['2013-01-01', '2027-12-31', 2]);
    // Wednesday 30 December 2026, 3 working days: Thursday, then (after the holiday) Monday and Tuesday 24:00.
    expect(workingDaysAfter(compileCalendar(next), '2026-12-30T02:00:00.000Z', 3)).toBe('2027-01-05T16:00:00.000Z');
  });

  test('takes the place of what was known of the year, and takes along what the notice says of the December before', () => {
    const first = withYear(fuzhou, 2027, [...newYear2027, off('2027-01-04', '误')]);
    const again = withYear(first, 2027, [off('2026-12-31', '元旦'), ...newYear2027]);
    expect(again.special.filter((d) => d.date > '2026-12').map((d) => d.date)).toEqual(['2026-12-31', '2027-01-01']);
  });

  test.each([
    [2028, [off('2028-01-01')], '先导入 2027 年'],
    [2011, [off('2011-01-01')], '先导入 2012 年'],
    [2027, [], '没有一条 2027 年的放假安排'],
    [2027, [off('2027-01-01'), off('2028-01-01')], '不属于 2027 年'],
  ])('%i that leaves a hole or says nothing is refused', (year, days, sentence) => {
    expect(() => withYear(fuzhou, year, days)).toThrow(sentence);
  });
});

test('what can no longer be counted is known ahead, rule by rule', () => {
  const cal = compileCalendar(fuzhou);
  const today = '2026-11-25T02:00:00.000Z';
  const ahead = provisionalRules(cal, defaultRules([]), today);
  // A complaint is promised in 11 working days; the 11th last of 2026 is Thursday 17 December.
  expect(ahead[0]).toEqual({ ruleId: 'complaint', ruleName: '投诉、举报', from: '2026-12-17' });
  // Suggestions in 6; the rest wait for the callback, which the system ends after 5.
  expect(ahead.map((u) => `${u.ruleId} ${u.from}`).slice(1)).toEqual([
    'suggestion 2026-12-24',
    'critical 2026-12-25',
    'urgent 2026-12-25',
    'inquiry 2026-12-25',
    'help 2026-12-25',
  ]);
  const carried = compileCalendar(withYear(fuzhou, 2027, newYear2027));
  expect(provisionalRules(carried, defaultRules([]), today)[0]?.from).toBe('2027-12-17');
  expect(provisionalRules(cal, defaultRules([]), '2027-06-01T02:00:00.000Z')[0]?.from).toBe('2027-06-01');
});
