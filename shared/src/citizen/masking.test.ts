import { expect, test } from 'vitest';
import { maskName, maskPhone, maskUnreadPhone } from './masking.ts';

test.each([
  ['+8613800138000', '138****8000'],
  ['+86591-87654321', '0591-****21'],
  ['+14155552671', '****'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test.each([
  ['1380013800', '138*****00'],
  ['138****8000', '138******00'],
  ['138001380001（张先生）', '138*******01（***）'],
  ['1.38E+10', '*.***+**'],
  ['8001', '****'],
  ['sip:agent@pbx', '***:*****@***'],
  ['见附件', '***'],
])('what was written where no number could be read, %s, is shown as %s', (raw, masked) => {
  expect(maskUnreadPhone(raw)).toBe(masked);
});

test('a name keeps its first letter', () => {
  expect(maskName('欧阳建国')).toBe('欧***');
  expect(maskName('林')).toBe('*');
});
