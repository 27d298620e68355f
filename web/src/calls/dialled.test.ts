import { expect, test } from 'vitest';
import { dialled } from './dialled.ts';

test.each([
  ['+8613800138000', '13800138000'],
  ['+86591-87654321', '0591-87654321'],
  ['+864008123456', '4008123456'],
  ['+14155552671', '+14155552671'],
  ['12315', '12315'],
])('%s is dialled %s', (phone, shown) => {
  expect(dialled(phone)).toBe(shown);
});
