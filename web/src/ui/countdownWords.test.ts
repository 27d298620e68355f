import { compileCalendar } from '@hotline/shared/time/calendar/calendar';
import { expect, test } from 'vitest';
import { countdownWords } from './countdownWords.ts';
import { dueDayAndClock, dueWords, fromField, toField } from './localTime.ts';

const calendar = compileCalendar({
  id: 'fz',
  version: 1,
  name: '福州',
  utcOffsetMinutes: 480,
  from: '2026-01-01',
  to: '2026-12-31',
  periods: [
    [480, 720],
    [870, 1050],
  ],
  special: [],
});
const words = (now: string, due: string) => countdownWords(calendar, now, due, 'zh');

// Beijing time is eight hours ahead of the instants below.
test.each([
  [
    '周二 21:00，周三 24:00 到期',
    '2026-11-24T13:00:00.000Z',
    '2026-11-25T16:00:00.000Z',
    '剩 1 工作日 3 小时',
    'normal',
  ],
  [
    '周五 15:00，周一 24:00 到期',
    '2026-11-20T07:00:00.000Z',
    '2026-11-23T16:00:00.000Z',
    '剩 1 工作日 9 小时',
    'normal',
  ],
  ['当日 10:00，17:30 到期', '2026-11-23T02:00:00.000Z', '2026-11-23T09:30:00.000Z', '今日 17:30 到期', 'soon'],
  ['当日 22:00，24:00 到期', '2026-11-23T14:00:00.000Z', '2026-11-23T16:00:00.000Z', '今日 24:00 到期', 'urgent'],
  ['还有 25 分钟', '2026-11-23T09:05:00.000Z', '2026-11-23T09:30:00.000Z', '剩 25 分钟', 'urgent'],
  ['超期 2 小时', '2026-11-23T11:30:00.000Z', '2026-11-23T09:30:00.000Z', '已超期 2 小时', 'overdue'],
])('%s', (_, now, due, text, tone) => {
  expect(words(now, due)).toEqual({ words: text, tone });
});

test('outside the calendar the plain time stands in for the countdown', () => {
  expect(words('2026-12-30T02:00:00.000Z', '2027-01-05T16:00:00.000Z')).toEqual({
    words: '1月5日（周二）24:00',
    tone: 'normal',
  });
});

test('the first instant that is late reads as 24:00 of the day before', () => {
  expect(dueWords('2026-11-27T16:00:00.000Z', 480, 'zh')).toBe('11月27日（周五）24:00');
  expect(dueDayAndClock('2026-11-27T16:00:00.000Z', 480)).toBe('11-27 24:00');
});

test('a native date field holds the centre’s time, whatever the computer’s own', () => {
  expect(toField('2026-11-23T06:30:00.000Z', 480)).toBe('2026-11-23T14:30');
  expect(fromField('2026-11-23T14:30', 480)).toBe('2026-11-23T06:30:00.000Z');
});
