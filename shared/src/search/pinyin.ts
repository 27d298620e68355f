import { syllables } from './syllables.ts';

/**
 * How well `typed` finds `text`: by its characters, by the pinyin of consecutive characters or by their initials, mixed
 * as people type them («占道», «zhandao», «zd», «zhand»). Several words, each of which must be found, in any order. 0 is
 * the whole text, more is further off; null: not found.
 */
export function matchOf(typed: string, text: string): number | null {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 0;
  const letters = [...plain(text)];
  const whole = letters.join('');
  let score = 0;
  for (const word of words) {
    const found = wordIn(word, whole, letters);
    if (found === null) return null;
    score += found;
  }
  return score / words.length;
}

/** Whether it is found at all. */
export const matches = (typed: string, text: string): boolean => matchOf(typed, text) !== null;

/** Those that are found, the best first; alike ones in the order they were given. */
export function bestOf<T>(typed: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const found = items.flatMap((item) => {
    const score = matchOf(typed, textOf(item));
    return score === null ? [] : [{ item, score }];
  });
  return found.toSorted((a, b) => a.score - b.score).map(({ item }) => item);
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const separator = /[\s›>·/、，,()（）「」:：-]/u;

function wordIn(word: string, whole: string, letters: readonly string[]): number | null {
  if (word === whole) return 0;
  const at = whole.indexOf(word);
  if (at >= 0) return placeScore(letters, [...whole.slice(0, at)].length);
  const latin = word.replace(/['’]/g, '');
  if (!/^[a-z]+$/.test(latin)) return null;
  let best: number | null = null;
  for (let i = 0; i < letters.length; i++) {
    if (!readingsOf(letters[i] ?? '')) continue;
    const end = readTo(latin, 0, letters, i);
    if (end === null) continue;
    const score = (i === 0 && end === letters.length ? 0 : placeScore(letters, i)) + 0.5;
    if (best === null || score < best) best = score;
  }
  return best;
}

/** Where something begins: at the start of all, of a part, or in the middle of one. */
const placeScore = (letters: readonly string[], at: number) =>
  at === 0 ? 1 : separator.test(letters[at - 1] ?? '') ? 2 : 4;

/** Behind which character the letters from `from` on end, read from the character `at` on; null: they are not read so. */
function readTo(word: string, from: number, letters: readonly string[], at: number): number | null {
  if (from === word.length) return at;
  const letter = letters[at];
  if (letter === undefined) return null;
  const readings = readingsOf(letter);
  if (!readings) {
    if (letter === word[from]) return readTo(word, from + 1, letters, at + 1);
    return separator.test(letter) ? readTo(word, from, letters, at + 1) : null;
  }
  const rest = word.slice(from);
  for (const reading of readings) {
    // The last syllable may still be under way.
    if (reading.startsWith(rest)) return at + 1;
    // All of it, both letters of zh, ch, sh, or the first one alone.
    const pieces = [reading, ...(/^[zcs]h/.test(reading) ? [reading.slice(0, 2)] : []), reading.slice(0, 1)];
    for (const piece of pieces) {
      const end = rest.startsWith(piece) ? readTo(word, from + piece.length, letters, at + 1) : null;
      if (end !== null) return end;
    }
  }
  return null;
}

let table: Map<string, string[]> | null = null;
/** Built when it is first asked for: most pages never do. */
function readingsOf(character: string): readonly string[] | undefined {
  table ??= readTable();
  return table.get(character);
}

function readTable(): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of syllables.matchAll(/([a-z]+)([^a-z ]+)/g))
    for (const character of characters) {
      const readings = known.get(character);
      if (readings) readings.push(syllable);
      else known.set(character, [syllable]);
    }
  return known;
}
