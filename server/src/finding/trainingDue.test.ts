import { expect, test } from 'vitest';
import { isTrainingDue } from './trainingDue.ts';

const inChina = (now: string, last: string | null) => isTrainingDue(last, now, 480);

test('a model is learned at once where there is none, then at night, and by day only when two nights passed', () => {
  expect(inChina('2026-11-02T06:00:00.000Z', null)).toBe(true);
  const monday = '2026-11-02T06:00:00.000Z';
  // Tuesday 00:59, 01:00 (too young), Wednesday 04:59, and 05:00.
  expect(inChina('2026-11-02T16:59:00.000Z', monday)).toBe(false);
  expect(inChina('2026-11-02T17:00:00.000Z', monday)).toBe(false);
  expect(inChina('2026-11-03T20:59:00.000Z', monday)).toBe(true);
  expect(inChina('2026-11-03T21:00:00.000Z', monday)).toBe(false);
  expect(inChina('2026-11-04T05:59:00.000Z', monday)).toBe(false);
  expect(inChina('2026-11-04T06:00:00.000Z', monday)).toBe(true);
});

test('the night is the centre’s own', () => {
  expect(isTrainingDue('2026-11-01T00:00:00.000Z', '2026-11-02T02:00:00.000Z', 0)).toBe(true);
  expect(inChina('2026-11-02T02:00:00.000Z', '2026-11-01T00:00:00.000Z')).toBe(false);
});
