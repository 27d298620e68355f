import { foldText } from '../text/foldText.ts';
import { searchText } from './words.ts';

/** A piece of a text with the places of the words in it, from–to in UTF-16 units. */
export type Snippet = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

const before = 16;
const length = 72;

/** The piece around the first word found, or null where none occurs. */
export function snippetOf(text: string, words: readonly string[]): Snippet | null {
  const { searched, from, to } = aligned(text);
  const marks: [number, number][] = [];
  for (const word of words) {
    for (let i = searched.indexOf(word); word && i >= 0; i = searched.indexOf(word, i + word.length))
      marks.push([from[i] ?? 0, to[i + word.length - 1] ?? text.length]);
  }
  const [first] = marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  if (!first) return null;
  const start = first[0] <= before ? 0 : wholeCharacter(text, first[0] - before);
  const end = Math.max(wholeCharacter(text, Math.min(text.length, start + length)), first[1]);
  const head = start > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  const shown = disjoint(marks.filter(([from, to]) => from >= start && to <= end));
  return {
    text: `${head}${text.slice(start, end)}${tail}`,
    marks: shown.map(([from, to]) => [from - start + head.length, to - start + head.length] as const),
  };
}

/** The searched text, and from where to where each of its units was written: 「㎡」 is searched as 「m2」. */
function aligned(text: string): { searched: string; from: number[]; to: number[] } {
  let searched = '';
  const from: number[] = [];
  const to: number[] = [];
  let place = 0;
  const take = (piece: string, start: number, end: number) => {
    for (let i = 0; i < piece.length; i++) {
      from.push(start);
      to.push(end);
    }
    searched += piece;
  };
  // Where blanks stand that may turn out to be between Chinese characters, or at an end.
  let blankAt: number | null = null;
  for (const character of text) {
    if (/^\s+$/u.test(character.normalize('NFKC'))) blankAt ??= place;
    else {
      const piece = foldText(character);
      const isBetweenHan = isHan(searched.slice(-1)) && isHan(piece);
      if (piece !== '' && blankAt !== null && searched !== '' && !isBetweenHan) take(' ', blankAt, place);
      if (piece !== '') blankAt = null;
      take(piece, place, place + character.length);
    }
    place += character.length;
  }
  // Characters that only join with their neighbours cannot be placed one by one: then nothing is marked.
  return searched.trimEnd() === searchText(text) ? { searched, from, to } : { searched: '', from: [], to: [] };
}

const isHan = (text: string) => /^\p{Script=Han}/u.test(text);

/** Not between the two halves of one character. */
const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);

function disjoint(marks: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of marks) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
