import { expect, test } from 'vitest';
import { rate } from './measure.ts';

test('a rate is floored to two decimals, never rounded up: 311,176 of 315,957 is 98.48', () => {
  expect(rate(311_176, 315_957)).toBe('98.48');
  expect(rate(99_999, 100_000)).toBe('99.99');
  expect(rate(1, 3)).toBe('33.33');
  expect(rate(5, 5)).toBe('100.00');
});

test('nothing due is no rate at all', () => {
  expect(rate(0, 0)).toBeNull();
});
