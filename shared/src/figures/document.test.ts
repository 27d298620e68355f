import { expect, test } from 'vitest';
import { figuresDocument } from './document.ts';
import { figureList, figures } from './index.ts';

test('docs/figures.md says what the definitions say', async () => {
  await expect(figuresDocument()).toMatchFileSnapshot('../../../docs/figures.md');
});

test('every figure is registered under its own name, in two languages, and none has empty words', () => {
  expect(figureList.map((f) => f.id)).toEqual(Object.keys(figures));
  for (const { term, words, cohortWords, numerator, denominator, met, missed } of figureList)
    for (const { zh, en } of [term, words, cohortWords, numerator, denominator, met, missed]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e’“”÷×]+$/);
    }
});
