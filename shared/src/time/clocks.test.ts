import { describe, expect, test } from 'vitest';
import { announced, compileCalendar } from './calendar/calendar.ts';
import type { CalendarData } from './calendar/calendarData.ts';
import { stateCouncilDays } from './calendar/stateCouncil.ts';
import { inWords } from './countdown.ts';
import { deadline, extend, isOnTime } from './deadline.ts';
import { dueDay, type Instant, normaliseInstant } from './instant.ts';
import type { Limit, LimitUnit } from './limit.ts';
import { assistDue, returnDue, yellowAt } from './milestones.ts';
import { shiftForPause } from './pause.ts';

const data: CalendarData = {
  id: 'fuzhou',
  version: 1,
  name: '福州',
  utcOffsetMinutes: 480,
  from: '2013-01-01',
  to: '2026-12-31',
  periods: [
    [480, 720],
    [840, 1080],
  ],
  special: stateCouncilDays(),
};
const fuzhou = compileCalendar(data);

/** Fuzhou with a half day: Friday 2017-11-24 is worked until 12:00 only. */
const halfDay = compileCalendar({
  ...data,
  special: [...data.special, { date: '2017-11-24', working: true, periods: [[480, 720]], name: '半天' }],
});

/** Beijing time with its weekday written out, and checked: «Sat 2017-11-18 15:21». */
function bj(text: string): Instant {
  const [weekday, date, time = ''] = text.split(' ');
  const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  expect(`${names[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${date}`).toBe(`${weekday} ${date}`);
  return normaliseInstant(`${date}T${time}+08:00`);
}

/** «3 workingDays» */
function limit(text: string): Limit {
  const [amount, unit] = text.split(' ');
  return { amount: Number(amount), unit: unit as LimitUnit };
}

test('received Saturday 18 November 2017 at 15:21, 3 working days: on time until Wednesday 24:00', () => {
  const dueAt = deadline(fuzhou, bj('Sat 2017-11-18 15:21'), limit('3 workingDays'));
  expect(dueAt).toBe('2017-11-22T16:00:00.000Z');
  expect(dueDay(dueAt, 480)).toBe('2017-11-22');
  expect(isOnTime(normaliseInstant('2017-11-22T23:59:59.999+08:00'), dueAt)).toBe(true);
  expect(isOnTime(bj('Wed 2017-11-22 24:00'), dueAt)).toBe(false);
});

describe('a deadline', () => {
  test.each([
    // A plain week.
    ['Mon 2017-11-20 00:00', '1 workingDays', 'Tue 2017-11-21 24:00'],
    ['Mon 2017-11-20 23:59', '1 workingDays', 'Tue 2017-11-21 24:00'],
    ['Mon 2017-11-20 24:00', '1 workingDays', 'Wed 2017-11-22 24:00'],
    ['Fri 2017-11-17 10:00', '5 workingDays', 'Fri 2017-11-24 24:00'],
    ['Mon 2017-11-20 09:00', '10 workingDays', 'Mon 2017-12-04 24:00'],
    // Make-up days 调休: Saturday 30 September is worked, 1–8 October is off.
    ['Fri 2017-09-29 16:00', '1 workingDays', 'Sat 2017-09-30 24:00'],
    ['Fri 2017-09-29 16:00', '2 workingDays', 'Mon 2017-10-09 24:00'],
    ['Wed 2017-10-04 12:00', '3 workingDays', 'Wed 2017-10-11 24:00'],
    // Spring Festival 2024: Sunday 4 and Sunday 18 February are worked.
    ['Sat 2024-02-03 12:00', '1 workingDays', 'Sun 2024-02-04 24:00'],
    ['Fri 2024-02-09 17:00', '1 workingDays', 'Sun 2024-02-18 24:00'],
    // Year ends: Monday 31 December 2018 is off, Saturday 29 is worked; 2023 ends on a Sunday.
    ['Fri 2018-12-28 17:00', '2 workingDays', 'Wed 2019-01-02 24:00'],
    ['Fri 2023-12-29 17:00', '1 workingDays', 'Tue 2024-01-02 24:00'],
    ['Thu 2026-12-24 09:00', '5 workingDays', 'Thu 2026-12-31 24:00'],
    // Natural units know no holidays; a leap day is a day.
    ['Sat 2017-09-30 15:00', '24 hours', 'Sun 2017-10-01 15:00'],
    ['Thu 2026-12-31 23:50', '30 minutes', 'Fri 2027-01-01 00:20'],
    ['Wed 2024-02-28 08:00', '2 days', 'Fri 2024-03-01 24:00'],
    ['Fri 2017-09-29 16:00', '3 days', 'Mon 2017-10-02 24:00'],
    ['Thu 2026-12-31 08:00', '15 days', 'Fri 2027-01-15 24:00'],
    // Working hours: 08:00–12:00 and 14:00–18:00.
    ['Mon 2017-11-20 09:30', '2 workingHours', 'Mon 2017-11-20 11:30'],
    ['Mon 2017-11-20 11:00', '1 workingHours', 'Mon 2017-11-20 12:00'],
    ['Mon 2017-11-20 11:30', '1 workingHours', 'Mon 2017-11-20 14:30'],
    ['Mon 2017-11-20 13:00', '4 workingHours', 'Mon 2017-11-20 18:00'],
    ['Mon 2017-11-20 16:30', '4 workingHours', 'Tue 2017-11-21 10:30'],
    ['Fri 2017-11-17 19:00', '4 workingHours', 'Mon 2017-11-20 12:00'],
    ['Sat 2017-09-30 17:00', '2 workingHours', 'Mon 2017-10-09 09:00'],
  ])('from %s, %s, is %s', (from, given, due) => {
    expect(deadline(fuzhou, bj(from), limit(given))).toBe(bj(due));
  });

  test.each([
    ['Fri 2017-11-24 11:00', '2 workingHours', 'Mon 2017-11-27 09:00'],
    ['Thu 2017-11-23 17:00', '5 workingHours', 'Fri 2017-11-24 12:00'],
    ['Thu 2017-11-23 17:00', '1 workingDays', 'Fri 2017-11-24 24:00'],
  ])('from %s, %s, with a half day on Friday 24 November, is %s', (from, given, due) => {
    expect(deadline(halfDay, bj(from), limit(given))).toBe(bj(due));
  });

  test('beyond the last announced day goes on by weekends and fixed festivals; before the first is refused', () => {
    // Friday 1 January is off, whatever is announced for the days round it.
    expect(deadline(fuzhou, bj('Thu 2026-12-31 09:00'), limit('1 workingDays'))).toBe(bj('Mon 2027-01-04 24:00'));
    expect(deadline(fuzhou, bj('Thu 2026-12-31 17:00'), limit('2 workingHours'))).toBe(bj('Mon 2027-01-04 09:00'));
    expect(deadline(fuzhou, bj('Fri 2027-01-01 00:00'), limit('1 workingHours'))).toBe(bj('Mon 2027-01-04 09:00'));
    expect(deadline(fuzhou, bj('Thu 2027-09-30 09:00'), limit('1 workingDays'))).toBe(bj('Mon 2027-10-04 24:00'));
    expect(() => deadline(fuzhou, bj('Mon 2012-12-31 23:59'), limit('1 workingDays'))).toThrow(/没有 2012 年/);
    expect(() => deadline(announced(fuzhou), bj('Thu 2026-12-31 09:00'), limit('1 workingDays'))).toThrow(/2027/);
    expect(() => deadline(announced(fuzhou), bj('Thu 2026-12-31 17:00'), limit('2 workingHours'))).toThrow(/2027/);
  });
});

test.each([
  ['Wed 2017-11-22 24:00', 2, 'workingDays', 'Fri 2017-11-24 24:00'],
  ['Fri 2017-11-24 24:00', 1, 'workingDays', 'Mon 2017-11-27 24:00'],
  ['Fri 2017-09-29 24:00', 2, 'workingDays', 'Mon 2017-10-09 24:00'],
  ['Sun 2017-11-19 15:00', 1, 'workingDays', 'Mon 2017-11-20 24:00'],
  ['Wed 2017-11-22 24:00', 3, 'days', 'Sat 2017-11-25 24:00'],
] as const)('due %s, extended by %i %s, is %s', (due, days, unit, extended) => {
  expect(extend(fuzhou, bj(due), days, unit)).toBe(bj(extended));
});

// limit, sent, due, the assist's due, yellow card, last instant to ask for a return
test.each([
  ['10 workingDays', 'Mon 2017-11-20 10:00', 'Fri 2017-12-01 24:00', 'Wed 2017-11-22 24:00'],
  ['3 workingDays', 'Mon 2017-11-20 12:00', 'Wed 2017-11-22 24:00', 'Wed 2017-11-22 06:00'],
  ['3 days', 'Mon 2017-11-20 12:00', 'Wed 2017-11-22 24:00', 'Wed 2017-11-22 06:00'],
])('%s sent %s: yellow and assist due %s, return until %s', (given, sent, dayBefore, returnUntil) => {
  const [sentAt, dueAt] = [bj(sent), deadline(fuzhou, bj(sent), limit(given))];
  expect(assistDue(fuzhou, sentAt, dueAt, limit(given))).toBe(bj(dayBefore));
  expect(yellowAt(fuzhou, sentAt, dueAt, limit(given))).toBe(bj(dayBefore));
  expect(returnDue(fuzhou, sentAt, limit(given))).toBe(bj(returnUntil));
});

test.each([
  ['2 workingDays', 'Mon 2017-11-20 12:00', 'Tue 2017-11-21 24:00', 'Tue 2017-11-21 18:00', 'Tue 2017-11-21 18:00'],
  ['1 workingDays', 'Mon 2017-11-20 12:00', 'Tue 2017-11-21 06:00', 'Tue 2017-11-21 06:00', 'Tue 2017-11-21 06:00'],
  ['24 hours', 'Mon 2017-11-20 12:00', 'Tue 2017-11-21 00:00', 'Tue 2017-11-21 11:30', 'Tue 2017-11-21 00:00'],
  ['2 hours', 'Sat 2017-11-18 12:00', 'Sat 2017-11-18 13:00', 'Sat 2017-11-18 13:30', 'Sat 2017-11-18 13:00'],
  ['60 minutes', 'Sat 2017-11-18 12:00', 'Sat 2017-11-18 12:30', 'Sat 2017-11-18 12:30', 'Sat 2017-11-18 12:30'],
  ['30 minutes', 'Sat 2017-11-18 12:00', 'Sat 2017-11-18 12:15', 'Sat 2017-11-18 12:15', 'Sat 2017-11-18 12:15'],
  ['4 workingHours', 'Fri 2017-11-17 17:00', 'Sun 2017-11-19 02:00', 'Mon 2017-11-20 10:30', 'Mon 2017-11-20 09:00'],
])('%s sent %s: assist due %s, yellow %s, return until %s', (given, sent, assist, yellow, returnUntil) => {
  const [sentAt, dueAt] = [bj(sent), deadline(fuzhou, bj(sent), limit(given))];
  expect(assistDue(fuzhou, sentAt, dueAt, limit(given))).toBe(bj(assist));
  expect(yellowAt(fuzhou, sentAt, dueAt, limit(given))).toBe(bj(yellow));
  expect(returnDue(fuzhou, sentAt, limit(given))).toBe(bj(returnUntil));
});

test('an assist added on the last day gets half of what is left; after the due, none', () => {
  const dueAt = bj('Fri 2017-11-24 24:00');
  expect(assistDue(fuzhou, bj('Fri 2017-11-24 12:00'), dueAt, limit('10 workingDays'))).toBe(
    bj('Fri 2017-11-24 18:00'),
  );
  expect(assistDue(fuzhou, bj('Mon 2017-11-27 12:00'), dueAt, limit('10 workingDays'))).toBe(dueAt);
});

test('a due cut to 20 minutes after sending still leaves ten between yellow card and due', () => {
  const [sentAt, dueAt] = [bj('Sat 2017-11-18 12:00'), bj('Sat 2017-11-18 12:20')];
  expect(yellowAt(fuzhou, sentAt, dueAt, limit('24 hours'))).toBe(bj('Sat 2017-11-18 12:10'));
});

test('short limits need no calendar data: an urgent case is never turned away at the end of the year', () => {
  const sentAt = bj('Thu 2026-12-31 20:00');
  const dueAt = deadline(fuzhou, sentAt, limit('24 hours'));
  expect(yellowAt(fuzhou, sentAt, dueAt, limit('24 hours'))).toBe(bj('Fri 2027-01-01 19:30'));
  expect(returnDue(fuzhou, sentAt, limit('24 hours'))).toBe(bj('Fri 2027-01-01 08:00'));
});

test.each([
  ['Wed 2017-11-22 24:00', '3 workingDays', 'Mon 2017-11-20 09:00', 'Mon 2017-11-20 17:00', 'Wed 2017-11-22 24:00'],
  ['Wed 2017-11-22 24:00', '3 workingDays', 'Mon 2017-11-20 17:00', 'Tue 2017-11-21 09:00', 'Thu 2017-11-23 24:00'],
  ['Wed 2017-11-22 24:00', '3 workingDays', 'Mon 2017-11-20 17:00', 'Thu 2017-11-23 09:00', 'Mon 2017-11-27 24:00'],
  ['Wed 2017-11-22 24:00', '3 workingDays', 'Fri 2017-11-17 17:00', 'Sun 2017-11-19 09:00', 'Wed 2017-11-22 24:00'],
  ['Fri 2017-09-29 24:00', '3 workingDays', 'Thu 2017-09-28 09:00', 'Sat 2017-09-30 09:00', 'Mon 2017-10-09 24:00'],
  // The rest of Friday is left: resumed at the weekend it is Monday, and not over before it goes on.
  ['Fri 2017-11-17 24:00', '3 workingDays', 'Fri 2017-11-17 09:00', 'Sun 2017-11-19 09:00', 'Mon 2017-11-20 24:00'],
  ['Fri 2017-11-17 24:00', '3 workingDays', 'Thu 2017-11-16 09:00', 'Sat 2017-11-18 09:00', 'Mon 2017-11-20 24:00'],
  ['Fri 2017-11-17 24:00', '3 workingDays', 'Fri 2017-11-17 09:00', 'Mon 2017-11-20 09:00', 'Mon 2017-11-20 24:00'],
  // Due within a day, as from another system.
  ['Mon 2017-11-20 15:00', '3 workingDays', 'Mon 2017-11-20 14:00', 'Mon 2017-11-20 16:00', 'Tue 2017-11-21 15:00'],
  ['Wed 2017-11-22 24:00', '3 days', 'Fri 2017-11-17 17:00', 'Sun 2017-11-19 09:00', 'Fri 2017-11-24 24:00'],
  ['Tue 2017-11-21 12:00', '24 hours', 'Mon 2017-11-20 13:00', 'Mon 2017-11-20 13:45', 'Tue 2017-11-21 12:45'],
  ['Mon 2017-11-20 11:00', '4 workingHours', 'Mon 2017-11-20 10:00', 'Mon 2017-11-20 15:00', 'Mon 2017-11-20 16:00'],
  ['Mon 2017-11-20 11:00', '4 workingHours', 'Mon 2017-11-20 10:00', 'Mon 2017-11-20 09:00', 'Mon 2017-11-20 11:00'],
])('due %s by %s, paused %s to %s, is due %s', (due, given, from, to, shifted) => {
  expect(shiftForPause(fuzhou, bj(due), limit(given), bj(from), bj(to))).toBe(bj(shifted));
});

test.each([
  ['Tue 2017-11-21 21:00', 'Wed 2017-11-22 24:00', 'workingDays', false, false, 1, 180],
  ['Fri 2017-11-17 15:00', 'Mon 2017-11-20 24:00', 'workingDays', false, false, 1, 540],
  ['Sat 2017-11-18 15:00', 'Mon 2017-11-20 24:00', 'workingDays', false, false, 1, 0],
  ['Wed 2017-11-22 00:00', 'Wed 2017-11-22 24:00', 'workingDays', false, true, 1, 0],
  ['Wed 2017-11-22 23:59:59', 'Wed 2017-11-22 24:00', 'workingDays', false, true, 0, 1],
  ['Wed 2017-11-22 24:00', 'Wed 2017-11-22 24:00', 'workingDays', true, false, 0, 0],
  ['Mon 2017-11-27 01:30', 'Wed 2017-11-22 24:00', 'workingDays', true, false, 2, 90],
  ['Thu 2026-12-31 23:00', 'Thu 2026-12-31 24:00', 'workingDays', false, true, 0, 60],
  ['Sat 2017-11-18 15:00', 'Sun 2017-11-19 15:00', 'hours', false, false, 0, 1440],
  ['Fri 2017-11-17 17:00', 'Mon 2017-11-20 09:00', 'workingHours', false, false, 0, 120],
] as const)('at %s, due %s, counted in %s', (now, due, unit, late, dueToday, workingDays, minutes) => {
  expect(inWords(fuzhou, bj(now), bj(due), unit)).toEqual({ late, dueToday, workingDays, minutes });
});
