import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { fitting, Report } from './report.ts';

const report: Report = { event: 'newCall', callId: '1762048800.1', from: '13800138000', to: '12345', direction: 'in' };

test('a report that fits stays as it is', () => {
  const whole = {
    ...report,
    agent: '8001',
    queue: '综合受理',
    cause: '16',
    recording: 'a.wav',
    at: '2026-11-02T02:00:00Z',
  };
  expect(fitting(whole)).toEqual(whole);
});

test('names of any length are cut to what is taken, between characters and without what no store can keep', () => {
  const long = { queue: '😀'.repeat(100), cause: `a\0${'b'.repeat(99)}`, recording: `\ud800${'c'.repeat(400)}` };
  const cut = fitting({ ...report, ...long, to: '9'.repeat(500) });
  expect(Check(Report, cut)).toBe(true);
  expect([cut.to.length, [...(cut.queue ?? '')].length, cut.cause?.slice(0, 2), cut.recording?.isWellFormed()]).toEqual(
    [128, 64, 'ab', true],
  );
});

test('the name of the call stays whole: two calls must not become one', () => {
  const callId = 'x'.repeat(300);
  expect(fitting({ ...report, callId }).callId).toBe(callId);
});
