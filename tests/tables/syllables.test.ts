import { gzipSync } from 'node:zlib';
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
