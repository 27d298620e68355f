import { expect, test } from 'vitest';
import { passwordFlaw } from './password.ts';

test.each([
  ['Fz-12345', '至少 10 个字符'],
  ['aaaaaaaaaaaaaaaaaaaa', '重复太多'],
  ['chenguang-2026-A', '不能包含用户名'],
  ['Password12345!', '太容易被猜到'],
  ['adminadmin12345', '太容易被猜到'],
  ['tingjiang2026', '三种'],
  ['Tingjiang2026', null],
  ['闽江水暖鸭先知，花开满城，一年又一年', null],
  ['correct horse battery', null],
  ['Fz-123456', '至少 10 个字符'],
  ['Minjiang-1', null],
  ['abcd'.repeat(5), '重复太多'],
  ['abcde'.repeat(4), null],
  ['minjiangyangqi-1', null],
  ['minjiangyangqi1', '三种'],
  ['MINJIANG-2026', null],
  ['MINJIANG2026', '三种'],
  ['Minjiangyang', '三种'],
  ['minjiangyangqi12', null],
  ['minjiangyangqi2', '三种'],
  ['minjiang-2026', null],
  ['minjiangQI-yang', null],
  ['password12345abcde', '太容易被猜到'],
  ['password12345abcdef', null],
  [`${'闽江水暖鸭先知，'.repeat(16)}`, null],
  [`${'闽江水暖鸭先知，'.repeat(16)}1`, '不能超过 128 个字符'],
])('«%s» → %s', (password, flaw) => {
  const said = passwordFlaw(password, 'chenguang');
  if (flaw === null) expect(said).toBeNull();
  else expect(said).toContain(flaw);
});

test('an account that has no name yet forbids no words', () => {
  expect(passwordFlaw('Tingjiang2026', '')).toBeNull();
});
