import { describe, expect, test } from 'vitest';
import { figures } from './index.ts';
import { measured, rate } from './measure.ts';
import { ofCentre } from './ofCentre.ts';

test('a rate is floored to two decimals, never rounded up: 311,176 of 315,957 is 98.48', () => {
  expect(rate(311_176, 315_957)).toBe('98.48');
  expect(rate(99_999, 100_000)).toBe('99.99');
  expect(rate(1, 3)).toBe('33.33');
  expect(rate(5, 5)).toBe('100.00');
});

test('nothing due is no rate at all', () => {
  expect(rate(0, 0)).toBeNull();
});

describe('what is shown of a figure', () => {
  test('a rate: what met it of what counts, weighed in parts of its unit, and what is left out, without zeros', () => {
    const counts = { in: 7, fairly: 3, out: 1, unreachable: 2, withdrawn: 0 };
    expect(measured(figures.satisfactionRate, { counts, amount: 0 })).toEqual({
      ...{ numerator: 97, denominator: 11, unit: 10, rate: '88.18', met: 10, original: null },
      excluded: { unreachable: 2 },
    });
  });

  test('a rate with extensions: beside it what it were by the original dues', () => {
    const counts = { in: 6, extended: 2, out: 2 };
    expect(measured(figures.departmentTimelyReplyRate, { counts, amount: 0 })).toMatchObject({
      ...{ numerator: 8, denominator: 10, rate: '80.00', met: 8 },
      original: { numerator: 6, rate: '60.00' },
    });
  });

  test('a rate with extensions of a figure in tenths: the original too in parts of its unit', () => {
    const tenths = { ...figures.departmentTimelyReplyRate, unit: 10, weights: { in: 10 }, originally: { in: 10 } };
    expect(measured(tenths, { counts: { in: 6, out: 4 }, amount: 0 }).original).toEqual({
      numerator: 60,
      rate: '60.00',
    });
  });

  test('a sum is the amount, a count the number; neither is a rate', () => {
    expect(measured(figures.recoveredLoss, { counts: { in: 3 }, amount: 12_300 })).toMatchObject({
      ...{ numerator: 12_300, denominator: 3, rate: null },
    });
    expect(measured(figures.backlog, { counts: { in: 3, out: 1 }, amount: 0 })).toMatchObject({
      ...{ numerator: 4, denominator: 4, rate: null },
    });
  });

  test('a flow is a rate of what left to what came', () => {
    expect(measured(figures.closingRate, { counts: { in: 3, out: 4 }, amount: 0 })).toMatchObject({ denominator: 7 });
    expect(measured(figures.closingRate, { counts: { in: 3, out: 4 }, amount: 0 }).rate).not.toBeNull();
  });
});

test('a centre weighs 基本满意 as it decided, and no other figure', () => {
  const eight = ofCentre(figures.satisfactionRate, { fairlyTenths: 8 });
  expect(measured(eight, { counts: { in: 7, fairly: 3, out: 1 }, amount: 0 }).numerator).toBe(94);
  expect(eight.words.zh).toContain('0.8×基本满意');
  expect(ofCentre(figures.closingRate, { fairlyTenths: 8 })).toBe(figures.closingRate);
});
