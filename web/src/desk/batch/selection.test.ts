import { expect, test } from 'vitest';
import { extended, toggled } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const none = { ids: new Set<string>(), anchor: null };

test('a row is selected and let go by the same key', () => {
  const one = toggled(none, 'b');
  expect([...one.ids]).toEqual(['b']);
  expect(toggled(one, 'b').ids.size).toBe(0);
});

test('a range goes from the row selected last to the one clicked, upwards as well as down, and keeps the others', () => {
  const down = extended(toggled(none, 'b'), order, null, 'd');
  expect([...down.ids]).toEqual(['b', 'c', 'd']);
  expect([...extended(down, order, null, 'a').ids].sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('without a row selected before, a range begins at the ticket that is open', () => {
  expect([...extended(none, order, 'c', 'e').ids]).toEqual(['c', 'd', 'e']);
  expect([...extended(none, order, null, 'e').ids]).toEqual(['e']);
});

test('a range whose beginning has left the list takes the row itself, and a row that is not there takes nothing', () => {
  expect([...extended({ ids: new Set(['x']), anchor: 'x' }, order, null, 'c').ids]).toEqual(['x', 'c']);
  expect(extended(none, order, null, 'gone')).toBe(none);
});
