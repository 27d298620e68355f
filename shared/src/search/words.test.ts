import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';
import { gramsOf, hasWords, queryOf, searchText } from './words.ts';

/** Texts of few characters, so that words are often found in them. */
const aText = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'水管噪音路灯１1aAé， 。') },
    { weight: 1, arbitrary: fc.constantFrom('𫚉', 'e\u0301', '👍', 'ﬁ', '㎡', '\t', 'İ') },
  ),
  maxLength: 14,
});

test('whatever has the words has their grams: the index never misses a text', () => {
  let found = 0;
  fc.assert(
    fc.property(aText, aText, fc.nat(14), fc.nat(14), (text, other, from, to) => {
      for (const asked of [other.slice(0, 4), text.slice(Math.min(from, to), Math.max(from, to))]) {
        const query = queryOf(asked);
        if (!query) return;
        const has = hasWords([text], query);
        const grams = gramsOf(text);
        const may =
          query.grams.every((g) => grams.has(g)) &&
          query.prefixes.every((p) => [...grams].some((g) => g.startsWith(p)));
        if (has) expect(may).toBe(true);
        if (may && query.isExact) expect(has).toBe(true);
        if (has) found += 1;
      }
    }),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(300);
});

test('two characters are a word; one is a prefix; punctuation alone is nothing to look for', () => {
  expect(queryOf('噪音')).toMatchObject({ grams: ['噪音'], prefixes: [], isExact: true });
  expect(queryOf(' 水 ')).toMatchObject({ grams: [], prefixes: ['水'], isExact: true });
  expect(queryOf('夜间施工 噪音')?.grams).toEqual(['夜间', '间施', '施工', '噪音']);
  expect(queryOf('夜间施工')?.isExact).toBe(false);
  expect(queryOf('，。！ 👍')).toBeNull();
});

test('a snippet shows the words where they stand, as they were written', () => {
  const text =
    '市民来电反映，五一北路８８号门口自来水管爆裂，路面大量冒水，影响出行，请相关单位尽快派人到现场抢修并恢复供水，居民生活十分不便，已有老人取水摔倒，盼复。';
  const shown = snippetOf(text, ['88号', '水管']);
  expect(shown?.marks.map(([from, to]) => shown.text.slice(from, to))).toEqual(['８８号', '水管']);
  expect(shown?.text.endsWith('…')).toBe(true);
  expect(snippetOf(text, ['没有'])).toBeNull();
});

test('marks never leave the snippet and show the word', () => {
  fc.assert(
    fc.property(aText, aText, (text, word) => {
      const asked = searchText([...word].slice(0, 2).join(''));
      const shown = snippetOf(text, [asked]);
      for (const [from, to] of shown?.marks ?? []) {
        expect(from).toBeLessThan(to);
        expect(searchText(shown?.text.slice(from, to) ?? '')).toContain(asked);
      }
    }),
    { numRuns: 2_000 },
  );
});
