import { describe, expect, test } from 'vitest';
import { announced, type Calendar, compileCalendar } from './calendar.ts';
import type { CalendarData } from './calendarData.ts';
import { stateCouncilDays, stateCouncilYears } from './stateCouncil.ts';
import { isWorkingDay, moveWorkingDays, workingDaysAfter, workingDaysBetween } from './workingDays.ts';
import { addWorkingMinutes, workingMinutesBetween } from './workingMinutes.ts';

const data: CalendarData = {
  id: 'fuzhou',
  version: 1,
  name: '福州',
  utcOffsetMinutes: 480,
  from: '2017-01-01',
  to: '2017-12-31',
  periods: [
    [840, 1080],
    [480, 720],
  ],
  special: stateCouncilDays(2017, 2017),
};

describe('a calendar is refused', () => {
  const saturday = { date: '2017-11-18', working: true, name: '调休' };
  test.each<[string, Partial<CalendarData>, RegExp]>([
    ['when no day is worked', { from: '2017-11-18', to: '2017-11-19', special: [] }, /没有任何工作日/],
    ['when it ends before it begins', { to: '2016-12-31' }, /晚于截止日期/],
    ['when it spans centuries', { to: '2217-12-31' }, /200 年/],
    ['when a date does not exist', { from: '2017-02-29' }, /不存在/],
    [
      'when periods overlap',
      {
        periods: [
          [480, 720],
          [719, 800],
        ],
      },
      /互相重叠/,
    ],
    ['when a period ends before it begins', { periods: [[720, 480]] }, /先开始后结束/],
    ['when a period passes midnight', { periods: [[480, 1500]] }, /24:00/],
    ['when there is no period', { periods: [] }, /至少填写一段/],
    [
      'when a special day lies outside',
      { special: [{ ...saturday, date: '2018-01-01' }] },
      /不在 2017-01-01 至 2017-12-31/,
    ],
    ['when a special day comes twice', { special: [saturday, saturday] }, /重复/],
    [
      'when a half day overlaps itself',
      {
        special: [
          {
            ...saturday,
            periods: [
              [0, 9],
              [8, 10],
            ],
          },
        ],
      },
      /互相重叠/,
    ],
    ['when a day off has periods', { special: [{ ...saturday, working: false, periods: [[0, 9]] }] }, /休息日/],
  ])('%s', (_, wrong, sentence) => {
    expect(() => compileCalendar({ ...data, ...wrong })).toThrow(sentence);
  });
});

describe('Fuzhou 2017', () => {
  const cal = compileCalendar(data);

  test('knows holidays, make-up days and weekends', () => {
    expect(isWorkingDay(cal, '2017-09-30')).toBe(true); // Saturday, made up
    expect(isWorkingDay(cal, '2017-10-09')).toBe(true); // Monday
    expect(isWorkingDay(cal, '2017-10-06')).toBe(false); // Friday, National Day
    expect(isWorkingDay(cal, '2017-11-18')).toBe(false); // Saturday
    expect(announcedDays(cal)).toBe(249);
  });

  test('counts the days after the first, up to and including the second', () => {
    expect(workingDaysBetween(cal, '2017-11-20', '2017-11-20')).toBe(0);
    expect(workingDaysBetween(cal, '2017-11-20', '2017-11-21')).toBe(1);
    expect(workingDaysBetween(cal, '2017-11-17', '2017-11-20')).toBe(1);
    expect(workingDaysBetween(cal, '2017-11-18', '2017-11-19')).toBe(0);
    expect(workingDaysBetween(cal, '2017-11-21', '2017-11-20')).toBe(0);
  });

  test('counts working minutes through lunch, night and weekend', () => {
    const [friday, monday] = ['2017-11-17T09:30:59.000Z', '2017-11-20T01:00:00.000Z']; // Fri 17:30:59, Mon 09:00
    expect(workingMinutesBetween(cal, friday, monday)).toBe(89);
    expect(workingMinutesBetween(cal, monday, friday)).toBe(0);
    expect(addWorkingMinutes(cal, friday, 0)).toBe(friday);
    expect(addWorkingMinutes(cal, friday, 89)).toBe('2017-11-20T00:59:59.000Z');
  });

  test('moves a due back and forth by working days; one on a Sunday counts as Friday 24:00', () => {
    const monday24 = '2017-11-20T16:00:00.000Z';
    expect(moveWorkingDays(cal, monday24, -1)).toBe('2017-11-17T16:00:00.000Z'); // Friday 24:00
    expect(moveWorkingDays(cal, '2017-11-20T07:00:00.000Z', -1)).toBe('2017-11-17T07:00:00.000Z'); // both 15:00
    expect(moveWorkingDays(cal, '2017-11-19T07:00:00.000Z', -1)).toBe('2017-11-16T16:00:00.000Z'); // Thursday 24:00
    expect(moveWorkingDays(cal, '2017-11-19T07:00:00.000Z', 0)).toBe('2017-11-19T07:00:00.000Z');
  });

  test('by its announced days alone answers up to its last moment and refuses the next day, with its year', () => {
    const cal = announced(compileCalendar(data));
    const newYear = '2017-12-31T16:00:00.000Z';
    expect(workingDaysAfter(cal, '2017-12-28T01:00:00.000Z', 1)).toBe('2017-12-29T16:00:00.000Z');
    expect(workingMinutesBetween(cal, '2017-12-29T09:00:00.000Z', newYear)).toBe(60);
    const details = { calendarId: 'fuzhou', calendarVersion: 1, year: 2018, date: '2018-01-01' };
    const refusal = expect.objectContaining({ code: 'conflict', details });
    expect(() => workingDaysAfter(cal, '2017-12-28T01:00:00.000Z', 2)).toThrow(refusal);
    expect(() => isWorkingDay(cal, '2018-01-01')).toThrow(refusal);
    expect(() => workingDaysBetween(cal, '2017-12-31', '2018-01-01')).toThrow(refusal);
    expect(() => workingMinutesBetween(cal, newYear, '2017-12-31T16:00:00.001Z')).toThrow(refusal);
    expect(() => moveWorkingDays(cal, '2017-01-03T16:00:00.000Z', -1)).toThrow(/2016/);
  });
});

test('the State Council table: 473 days in order, each once', () => {
  const days = stateCouncilDays();
  expect(days.length).toBe(473);
  expect(days.every((day, i) => i === 0 || (days[i - 1]?.date ?? '') < day.date)).toBe(true);
  expect(stateCouncilDays(stateCouncilYears.to + 1)).toEqual([]);
  expect(stateCouncilDays(2018, 2018).at(-1)).toEqual({ date: '2018-12-31', working: false, name: '元旦' });
});

test.each([
  [2013, 250],
  [2017, 249],
  [2020, 249],
  [2024, 251],
  [2026, 248],
])('%i had %i working days', (year, count) => {
  const wholeYear = { from: `${year}-01-01`, to: `${year}-12-31`, special: stateCouncilDays(year, year) };
  expect(announcedDays(compileCalendar({ ...data, ...wholeYear }))).toBe(count);
});

/** Working days that were announced. */
const announcedDays = (cal: Calendar) => cal.workingDays.filter((day) => day <= cal.lastDay).length;
