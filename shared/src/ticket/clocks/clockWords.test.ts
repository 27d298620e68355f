import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../time/calendar/calendar.ts';
import type { ClockFace } from './clock.ts';
import { clockNames } from './clock.ts';
import { clockDue, clockTerms, clockWords } from './clockWords.ts';

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
const reply: ClockFace = { of: 'reply', unit: 'workingDays', dueAt: '', pausedAt: null, stopped: null };
const said = (now: string, clock: Partial<ClockFace>, lang: 'zh' | 'en' = 'zh') => {
  const { text, tone, state } = clockWords({ ...reply, ...clock }, now, calendar, lang);
  return [text, tone, state];
};

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
  expect(said(now, { dueAt: due }).slice(0, 2)).toEqual([`办理 ${text}`, tone]);
});

/** A promise of 24 natural hours, due on Saturday 28 November 2026 at 19:00. */
const dayLong: Partial<ClockFace> = { of: 'promise', unit: 'hours', dueAt: '2026-11-28T11:00:00.000Z' };
const mondayMorning = '2026-11-29T20:28:00.000Z';

describe('a limit is told in its own unit', () => {
  test('24 hours promised for Saturday 19:00 are overdue by 33 hours on Monday 04:28, not by the 4 of a working day', () => {
    expect(said(mondayMorning, dayLong)).toEqual(['承诺 已超期 33 小时', 'overdue', 'overdue']);
  });

  test('and on Friday 19:00 there are 24 hours left of them, not one working day', () => {
    expect(said('2026-11-27T11:00:00.000Z', dayLong)).toEqual(['承诺 剩 24 小时', 'normal', 'running']);
  });

  test.each([
    ['natural days', { unit: 'days' as const, dueAt: '2026-11-29T16:00:00.000Z' }, '办理 剩 2 天 3 小时'],
    ['one natural day', { unit: 'days' as const, dueAt: '2026-11-28T16:00:00.000Z' }, '办理 剩 1 天 3 小时'],
    ['minutes', { unit: 'minutes' as const, dueAt: '2026-11-27T13:20:00.000Z' }, '办理 剩 20 分钟'],
    ['working hours', { unit: 'workingHours' as const, dueAt: '2026-11-30T02:00:00.000Z' }, '办理 剩 2 工作小时'],
    ['working days', { dueAt: '2026-12-01T16:00:00.000Z' }, '办理 剩 2 工作日 3 小时'],
  ])('%s on a Friday at 21:00', (_, clock, text) => {
    expect(said('2026-11-27T13:00:00.000Z', clock)[0]).toBe(text);
  });
});

describe('a clock that no longer runs says how it ended', () => {
  const [before, dueAt] = ['2026-11-27T10:59:59.999Z', '2026-11-27T11:00:00.000Z'];
  const stopped = (at: string, isMet = true) => ({ dueAt, stopped: { at, isMet } });

  test('met a millisecond before its due it was met in time, at its due late', () => {
    expect(said(mondayMorning, stopped(before))).toEqual(['办理 已按时答复', 'done', 'met']);
    expect(said(mondayMorning, stopped(dueAt))).toEqual(['办理 超期答复', 'overdue', 'metLate']);
  });

  test('each by what it measures, its name once', () => {
    expect(clockNames.map((of) => said(mondayMorning, { of, ...stopped(before) })[0])).toEqual([
      '承诺 已按时答复',
      '已按时派单',
      '已按时签收',
      '办理 已按时答复',
      '已按时审核',
      '已按时回访',
      '督办 已按时反馈',
      '征询 已按时补充',
    ]);
  });

  test('what fell away was neither', () => {
    expect(said(mondayMorning, stopped(before, false))).toEqual(['办理 已终止', 'normal', 'ended']);
  });

  test('one that stands still says so, whatever its due', () => {
    expect(said(mondayMorning, { dueAt, pausedAt: before })).toEqual(['办理 已暂停', 'paused', 'paused']);
  });
});

test('every clock names itself, in both languages', () => {
  for (const of of clockNames)
    for (const lang of ['zh', 'en'] as const)
      expect(said(mondayMorning, { of, dueAt: '2026-12-10T16:00:00.000Z' }, lang)[0]).toContain(clockTerms[of][lang]);
  expect(said(mondayMorning, dayLong, 'en')[0]).toBe('Promise overdue by 33 h');
});

test('a provisional due says so, whatever else is said of it', () => {
  const [now, dueAt] = ['2026-12-30T02:00:00.000Z', '2027-01-05T16:00:00.000Z'];
  expect(said(now, { dueAt, provisional: true })).toEqual(['办理 剩 3 工作日 14 小时（暂定）', 'normal', 'running']);
  expect(said('2027-01-06T02:00:00.000Z', { dueAt, provisional: true })[0]).toBe('办理 已超期 10 小时（暂定）');
  const stopped = { at: now, isMet: true };
  expect(said('2027-01-06T02:00:00.000Z', { dueAt, provisional: true, stopped })[0]).toBe('办理 已按时答复（暂定）');
});

test('the instant it runs out is marked too, wherever it is told', () => {
  const dueAt = '2027-01-05T16:00:00.000Z';
  expect(clockDue({ dueAt }, 480, 'zh')).toBe('1月5日（周二）24:00');
  expect(clockDue({ dueAt, provisional: true }, 480, 'zh')).toBe('1月5日（周二）24:00（暂定）');
  // One that stands still is due later by as much, and no firm day is told.
  const still = { dueAt, pausedAt: dueAt, stopped: null };
  expect(clockDue(still, 480, 'zh')).toBe('1月5日（周二）24:00（暂停中，将顺延）');
});

test('before the calendar, or without one, the plain time stands in for what is left', () => {
  const [now, dueAt] = ['2012-12-28T02:00:00.000Z', '2013-01-04T16:00:00.000Z'];
  expect(said(now, { dueAt })).toEqual(['办理 1月4日（周五）24:00', 'normal', 'running']);
  expect(clockWords({ ...reply, dueAt: now }, dueAt, null, 'en')).toMatchObject({
    text: 'Reply Fri 2012-12-28 10:00',
    state: 'overdue',
    tone: 'overdue',
  });
});
