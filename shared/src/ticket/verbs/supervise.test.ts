import { expect, test } from 'vitest';
import { does, logged, monday } from '../testing/town.test-support.ts';

const order = { level: 'city', demand: '请尽快办结。', days: 1 };
const numbersOf = (restorations: readonly { at: string; skip: number }[]) => {
  const once = does(logged(), 'supervisor', 'supervise', order, monday, { restorations });
  return does(once, 'supervisor', 'supervise', order, monday, { restorations }).orders.map(({ number }) =>
    Number(number.split('-督')[1]),
  );
};
const { receivedAt } = logged().ticket;

test('orders are numbered within their ticket', () => {
  expect(numbersOf([])).toEqual([1, 2]);
});

test('a store that came back from a backup passes over what may have been given of a ticket that was there before', () => {
  expect(numbersOf([{ at: receivedAt, skip: 10 }])).toEqual([11, 12]);
  expect(
    numbersOf([
      { at: '2026-12-01T00:00:00.000Z', skip: 20 },
      { at: '2026-12-02T00:00:00.000Z', skip: 30 },
    ]),
  ).toEqual([51, 52]);
});

test('a ticket that came later has nothing to pass over', () => {
  expect(numbersOf([{ at: '2020-01-01T00:00:00.000Z', skip: 10 }])).toEqual([1, 2]);
});
