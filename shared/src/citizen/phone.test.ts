import { expect, test } from 'vitest';
import { maskName, maskPhone } from './masking.ts';
import { normalisePhone } from './phone.ts';

test.each([
  ['13800138000', '+8613800138000'],
  ['+86 138-0013-8000', '+8613800138000'],
  ['008613800138000', '+8613800138000'],
  ['１３８ ００１３ ８０００', '+8613800138000'],
  ['0591-87654321', '+86591-87654321'],
  ['(0591) 8765 4321 转 123', '+86591-87654321x123'],
  ['010-62345678', '+8610-62345678'],
  ['4008123456', '+864008123456'],
  ['+1 415 555 2671', '+14155552671'],
  ['13800138000转12345678', '+8613800138000x12345678'],
  ['13800138000转123456789', null],
  ['12', null],
  ['我家电话', null],
  ['23800138000', null],
])('%s is %s', (raw, phone) => {
  expect(normalisePhone(raw)).toBe(phone);
});

test('a number once normalised stays as it is', () => {
  for (const raw of ['13800138000', '0591-87654321转8', '010-62345678', '+14155552671']) {
    const phone = normalisePhone(raw);
    expect(phone && normalisePhone(phone)).toBe(phone);
  }
});

test.each([
  ['+8613800138000', '138****8000'],
  ['+86591-87654321x123', '0591-****21'],
  ['+14155552671', '****'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test('a name keeps its first letter', () => {
  expect(maskName('欧阳建国')).toBe('欧***');
  expect(maskName('林')).toBe('*');
});
