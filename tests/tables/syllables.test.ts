import { gzipSync } from 'node:zlib';
import { departments } from '@hotline/server/demo/city/city';
import { regions } from '@hotline/shared/catalog/regions';
import { matches } from '@hotline/shared/search/pinyin';
import { syllables } from '@hotline/shared/search/syllables';
import { expect, test } from 'vitest';
import { syllableTable } from './syllables.ts';

test('the table of readings is what pinyin-pro says today; `pnpm tables` writes it anew', () => {
  // Compared as one truth value: a table of nine thousand characters is no message.
  expect(syllableTable() === syllables).toBe(true);
});

test('the table stays small enough for a browser', () => {
  expect(gzipSync(syllables).length).toBeLessThan(30_000);
});

test('every division and department of the centre is found by pinyin', () => {
  const names = [...regions, ...departments].map(({ name }) => name);
  const unread = names.filter((name) => [...name].some((ch) => /\p{Script=Han}/u.test(ch) && !syllables.includes(ch)));
  expect(unread).toEqual([]);
  expect([matches('guantou', '琯头镇'), matches('tailu', '苔菉镇'), matches('gt', '琯头镇')]).toEqual([
    true,
    true,
    true,
  ]);
});
