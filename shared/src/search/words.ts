import { foldText, withoutBlanksBetweenHan } from '../text/foldText.ts';

/** A text as it is searched: how it was typed tells nothing (`foldText`), nor do blanks between Chinese characters. */
export const searchText = (text: string): string => withoutBlanksBetweenHan(foldText(text));

const unspoken = /[^\p{L}\p{N}\p{M}]+/u;
const runsOf = (text: string): string[][] =>
  text
    .split(unspoken)
    .filter(Boolean)
    .map((run) => [...run]);

/**
 * What a text is found by: each pair of neighbours, and the last character of each run, so that every character begins
 * some gram and one character can be looked up as a prefix.
 */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const run of runsOf(searchText(text))) {
    for (let i = 1; i < run.length; i++) grams.add(`${run[i - 1]}${run[i]}`);
    grams.add(run.at(-1) ?? '');
  }
  return grams;
}

/** What a person asked for. Every word must occur, in any order; a text with all `grams` and `prefixes` may have them. */
export type Query = {
  readonly words: readonly string[];
  readonly grams: readonly string[];
  readonly prefixes: readonly string[];
  /** Every text found by the grams has the words: no text need be read again. */
  readonly isExact: boolean;
};

const mostWords = 12;

/** Null when nothing in it can be looked up: no letter, character or digit at all. */
export function queryOf(asked: string): Query | null {
  // Blanks part the words that are asked for, in Chinese too.
  const words = [...new Set(foldText(asked).split(' '))].filter(Boolean).slice(0, mostWords);
  const grams = new Set<string>();
  const prefixes = new Set<string>();
  for (const word of words) {
    for (const run of runsOf(word)) {
      for (let i = 1; i < run.length; i++) grams.add(`${run[i - 1]}${run[i]}`);
      if (run.length === 1) prefixes.add(run[0] ?? '');
    }
  }
  if (grams.size + prefixes.size === 0) return null;
  return {
    words,
    grams: [...grams],
    prefixes: [...prefixes],
    isExact: words.every((word) => !unspoken.test(word) && [...word].length <= 2),
  };
}

/** The whole answer to a search is this, asked of every text; indexes only make it quick. */
export function hasWords(texts: readonly string[], { words }: Query): boolean {
  const searched = texts.map(searchText);
  return words.every((word) => searched.some((text) => text.includes(word)));
}
