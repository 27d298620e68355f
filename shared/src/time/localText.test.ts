import { expect, test } from 'vitest';
import { dueClock, dueWords, localDueText, localText } from './localText.ts';

test('a fact is shown to the second in the centre’s zone', () => {
  // Monday in Fuzhou, still Sunday in UTC.
  expect(localText('2026-11-22T16:00:05.999Z', 480)).toBe('2026-11-23 00:00:05');
});

test.each([
  // Wednesday 25 November 2026, 24:00 in Fuzhou.
  ['2026-11-25T16:00:00.000Z', '2026-11-25 24:00'],
  ['2026-11-25T09:30:00.000Z', '2026-11-25 17:30'],
  ['2025-12-31T16:00:00.000Z', '2025-12-31 24:00'],
])('%s is due %s', (dueAt, text) => {
  expect(localDueText(dueAt, 480)).toBe(text);
});

test('a due is told as people say it, with its weekday', () => {
  expect(dueWords('2026-11-27T16:00:00.000Z', 480, 'zh')).toBe('11月27日（周五）24:00');
  expect(dueWords('2026-11-29T09:05:00.000Z', 480, 'en')).toBe('Sun 2026-11-29 17:05');
  expect([dueClock('2026-11-27T16:00:00.000Z', 480), dueClock('2026-11-27T09:30:00.000Z', 480)]).toEqual([
    '24:00',
    '17:30',
  ]);
});
