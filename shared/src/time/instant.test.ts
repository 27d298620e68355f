import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { addMs, dueDay, earliest, localDate, normaliseInstant, startOfLocalDay, toInstant, toMs } from './instant.ts';
import { dateOfDay, dayNumber, weekday } from './localDate.ts';

test.each([
  ['2017-11-18T07:21:00.000Z', '2017-11-18T07:21:00.000Z'],
  ['2017-11-18T15:21:00+08:00', '2017-11-18T07:21:00.000Z'],
  ['2017-11-18 15:21+0800', '2017-11-18T07:21:00.000Z'],
  ['2017-11-18t15:21:00.1+08', '2017-11-18T07:21:00.100Z'],
  ['2017-11-17T22:51:00,123999-0830', '2017-11-18T07:21:00.123Z'],
  ['2017-12-31T24:00:00+08:00', '2017-12-31T16:00:00.000Z'],
  ['2024-02-29T00:00Z', '2024-02-29T00:00:00.000Z'],
  ['0001-01-01T00:00Z', '0001-01-01T00:00:00.000Z'],
])('%s reads as %s', (text, instant) => {
  expect(normaliseInstant(text)).toBe(instant);
});

test.each([
  '',
  '2017-11-18',
  '2017-11-18T15:21:00',
  '2017-11-18T15Z',
  '2017-02-29T00:00:00Z',
  '2017-13-01T00:00:00Z',
  '2017-11-18T24:00:01Z',
  '2017-11-18T12:60:00Z',
  '2017-11-18T12:00:60Z',
  '2017-11-18T12:00:00+24:00',
  '9998-12-31T23:59:59-08:00',
  '0001-01-01T00:00:00+08:00',
  '+012017-11-18T12:00:00Z',
  '1510989660000',
])('«%s» is refused with a sentence', (text) => {
  const refusal = refusalOf(() => normaliseInstant(text));
  expect(refusal.code).toBe('invalid');
  expect(refusal.message).toMatch(/请/);
});

test('every millisecond survives text and back, whatever the offset it was written with', () => {
  const ms = fc.integer({ min: Date.UTC(1900), max: Date.UTC(2200) });
  fc.assert(
    fc.property(ms, fc.integer({ min: -840, max: 840 }), (at, offset) => {
      const sign = offset < 0 ? '-' : '+';
      const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
      const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      const local = new Date(at + offset * 60_000).toISOString().slice(0, -1);
      expect(normaliseInstant(local + zone)).toBe(toInstant(at));
      expect(toMs(toInstant(at))).toBe(at);
      expect(localDate(toInstant(at), offset)).toBe(local.slice(0, 10));
    }),
  );
});

test('24:00 of the 31st belongs to the 31st', () => {
  const dueAt = normaliseInstant('2018-01-01T00:00:00+08:00');
  expect(localDate(dueAt, 480)).toBe('2018-01-01');
  expect(dueDay(dueAt, 480)).toBe('2017-12-31');
  expect(startOfLocalDay('2018-01-01', 480)).toBe(dueAt);
  expect(dueDay(addMs(dueAt, 1), 480)).toBe('2018-01-01');
});

test('the earliest ignores what is not set', () => {
  expect(earliest(null, '2018-01-02T00:00:00.000Z', '2018-01-01T00:00:00.000Z', null)).toBe('2018-01-01T00:00:00.000Z');
  expect(earliest(null, null)).toBeNull();
});

test('a day number is a date, and 30 February is none', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(weekday(dayNumber('2017-11-18'))).toBe(6);
  expect(weekday(dayNumber('1969-12-28'))).toBe(0);
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 90_000 }), (day) => dayNumber(dateOfDay(day)) === day));
  for (const date of ['2017-02-30', '2017-2-3', '2017-11-18T', '']) {
    expect(refusalOf(() => dayNumber(date)).code).toBe('invalid');
  }
});

test('what is no instant at all is a bug, not a refusal', () => {
  expect(() => toMs('yesterday')).toThrow(RangeError);
  expect(() => toInstant(Number.NaN)).toThrow(RangeError);
  expect(() => toInstant(Date.UTC(10_000))).toThrow(RangeError);
});

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
