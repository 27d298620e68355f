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
])('«%s» → %s', (password, flaw) => {
  const said = passwordFlaw(password, 'chenguang');
  if (flaw === null) expect(said).toBeNull();
  else expect(said).toContain(flaw);
});
