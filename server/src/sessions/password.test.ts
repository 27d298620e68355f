import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test.each([
  [
    '闽江水暖鸭先知-2026',
    '$argon2id$v=19$m=19456,t=2,p=1$dvqc/Ni0b1TmYPg903WhXA$epbFTvqCJkp9V/ieZYXUrqgVqe4u9Z4U/uS3xgZg7/8',
  ],
  ['short', '$argon2id$v=19$m=4096,t=3,p=2$Xi6ZVl12+yqG85pLwRyxLg$MW/lIfz1DONvh+HqoiRoqhT3dTFYS76+'],
])(
  'a hash that @node-rs/argon2 made of «%s» still lets its owner in, whatever its cost, and nobody else',
  async (password, stored) => {
    expect(await verifyPassword(stored, password)).toBe(true);
    expect(await verifyPassword(stored, `${password}!`)).toBe(false);
  },
);

test('a new hash is an argon2id PHC string with a salt of its own, and its owner comes in', async () => {
  const [one, two] = await Promise.all([hashPassword('Tingjiang2026'), hashPassword('Tingjiang2026')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, 'Tingjiang2026')).toBe(true);
  expect(await verifyPassword(one, 'Tingjiang2027')).toBe(false);
});

test('while a password is hashed the event loop goes on', async () => {
  const order: string[] = [];
  const hashed = hashPassword('Tingjiang2026').then(() => order.push('hashed'));
  await new Promise(setImmediate);
  order.push('next turn');
  await hashed;
  expect(order).toEqual(['next turn', 'hashed']);
});

test('any other text is no hash, which is a fault and not a wrong password', async () => {
  await expect(verifyPassword('$2b$10$abc', 'x')).rejects.toThrow('PHC');
});
