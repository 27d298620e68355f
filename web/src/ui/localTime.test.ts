import { dueWords } from '@hotline/shared/time/localText';
import { expect, test } from 'vitest';
import { dueDayAndClock, fromField, toField } from './localTime.ts';

test('the first instant that is late reads as 24:00 of the day before', () => {
  expect(dueWords('2026-11-27T16:00:00.000Z', 480, 'zh')).toBe('11月27日（周五）24:00');
  expect(dueDayAndClock('2026-11-27T16:00:00.000Z', 480)).toBe('11-27 24:00');
});

test('a native date field holds the centre’s time, whatever the computer’s own', () => {
  expect(toField('2026-11-23T06:30:00.000Z', 480)).toBe('2026-11-23T14:30');
  expect(fromField('2026-11-23T14:30', 480)).toBe('2026-11-23T06:30:00.000Z');
});
