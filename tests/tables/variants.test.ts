import { variants } from '@hotline/shared/text/variants';
import { expect, test } from 'vitest';
import { variantTable } from './variants.ts';

test('the table of variants is what OpenCC says today; `pnpm tables` writes it anew', () => {
  expect(variantTable() === variants).toBe(true);
});

test('no character is folded into one that is folded itself', () => {
  const [from, to] = [0, 1].map((half) => [...variants].filter((_, i) => i % 2 === half));
  expect(to?.filter((character) => from?.includes(character))).toEqual([]);
});
