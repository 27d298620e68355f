import { expect, test } from 'vitest';
import { calendarDifference, changedCalendar, withYear } from './calendarChange.ts';
import type { CalendarData, SpecialDay } from './calendarData.ts';

const off = (date: string): SpecialDay => ({ date, working: false, name: '假' });
const on = (date: string): SpecialDay => ({ date, working: true, name: '班' });
/** A small calendar: the year 2026 alone. */
const data: CalendarData = {
  ...{ id: 'small', version: 4, name: '小', utcOffsetMinutes: 480, from: '2026-01-01', to: '2026-12-31' },
  periods: [[480, 720]],
  special: [off('2026-01-01'), on('2026-02-28'), off('2026-10-01')],
};
const dates = (c: CalendarData) => c.special.map((s) => s.date);
const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

test('the days are in order, those that were named replaced, the rest kept; the periods change only when given', () => {
  const next = changedCalendar(data, {
    set: [off('2026-12-31'), off('2026-02-02'), off('2026-01-01'), on('2026-02-28')].map((d) => ({ ...d, name: '新' })),
    clear: ['2026-10-01'],
  });
  expect(dates(next)).toEqual(['2026-01-01', '2026-02-02', '2026-02-28', '2026-12-31']);
  expect(next.special.every((d) => d.name === '新')).toBe(true);
  expect([next.version, next.periods, next.from, next.to]).toEqual([5, data.periods, '2026-01-01', '2026-12-31']);
  expect(changedCalendar(data, { set: [], clear: [], periods: [[540, 720]] }).periods).toEqual([[540, 720]]);
});

test('the first and the last day of the data may be named, the days beside them not', () => {
  const change = (date: string) => () => changedCalendar(data, { set: [off(date)], clear: [] });
  expect(codeOf(change('2026-01-02'))).toBeNull();
  expect(codeOf(change('2026-12-31'))).toBeNull();
  expect(codeOf(change('2025-12-31'))).toBe('invalid');
  expect(codeOf(change('2027-01-01'))).toBe('invalid');
  expect(codeOf(change('2026-02-30'))).toBe('invalid');
  expect(codeOf(() => changedCalendar(data, { set: [off('2026-03-03'), off('2026-03-03')], clear: [] }))).toBe(
    'invalid',
  );
  expect(codeOf(() => changedCalendar(data, { set: [], clear: [] }))).toBe('invalid');
});

test('a month of which not every day is known may be without a working day; a whole one may not', () => {
  const month = (name: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => off(`${name}-${String(from + i).padStart(2, '0')}`));
  const cut = { ...data, from: '2026-01-15', to: '2026-12-15', special: [] };
  expect(codeOf(() => changedCalendar(cut, { set: month('2026-01', 15, 31), clear: [] }))).toBeNull();
  expect(codeOf(() => changedCalendar(cut, { set: month('2026-06', 1, 30), clear: [] }))).toBe('conflict');
  expect(codeOf(() => changedCalendar(data, { set: month('2026-01', 1, 31), clear: [] }))).toBe('conflict');
  expect(codeOf(() => changedCalendar(data, { set: month('2026-12', 1, 31), clear: [] }))).toBe('conflict');
  expect(codeOf(() => changedCalendar(data, { set: month('2026-12', 2, 31), clear: [] }))).toBeNull();
});

test('a year takes the place of itself and leaves the others, and the December before only where it is named', () => {
  const later = withYear(data, 2027, [off('2027-01-01'), off('2026-12-31'), off('2027-12-31')]);
  expect([later.from, later.to, later.version]).toEqual(['2026-01-01', '2027-12-31', 5]);
  expect(dates(later)).toEqual(['2026-01-01', '2026-02-28', '2026-10-01', '2026-12-31', '2027-01-01', '2027-12-31']);
  const again = withYear(later, 2026, [off('2026-05-01')]);
  expect([again.from, again.to]).toEqual(['2026-01-01', '2027-12-31']);
  expect(dates(again)).toEqual(['2026-05-01', '2027-01-01', '2027-12-31']);
  const earlier = withYear(data, 2025, [off('2025-01-01'), off('2024-12-31')]);
  expect([earlier.from, earlier.to]).toEqual(['2025-01-01', '2026-12-31']);
  // What lies before the first day of the data says nothing.
  expect(dates(earlier)).toEqual(['2025-01-01', '2026-01-01', '2026-02-28', '2026-10-01']);
});

test.each<[string, number, SpecialDay[], string | null]>([
  ['the year after next leaves a hole', 2028, [off('2028-01-01')], 'conflict'],
  ['the year before last leaves a hole', 2024, [off('2024-01-01')], 'conflict'],
  ['a year with make-up days only is no holiday plan', 2027, [on('2027-01-02')], 'invalid'],
  ['a holiday of another year is none of this one', 2027, [off('2026-12-31'), on('2027-01-02')], 'invalid'],
  ['1 December of the year before is the earliest', 2027, [off('2026-12-01'), off('2027-01-01')], null],
  ['30 November of the year before is too early', 2027, [off('2026-11-30'), off('2027-01-01')], 'invalid'],
  ['the last day of the year is the latest', 2027, [off('2027-12-31')], null],
  ['the first of the next is too late', 2027, [off('2027-01-01'), off('2028-01-01')], 'invalid'],
])('%s', (_, year, days, code) => {
  expect(codeOf(() => withYear(data, year, days))).toBe(code);
});

test('two versions differ by the days that say something else, in order', () => {
  const next = { ...data, special: [on('2026-10-10'), off('2026-01-01'), { ...on('2026-02-28'), name: '调休' }] };
  expect(calendarDifference(data, next)).toEqual([
    { date: '2026-02-28', before: on('2026-02-28'), after: { ...on('2026-02-28'), name: '调休' } },
    { date: '2026-10-01', before: off('2026-10-01'), after: null },
    { date: '2026-10-10', before: null, after: on('2026-10-10') },
  ]);
});
