/** A text as it came in, kept where cleaning changed what it says (`changesMeaning`). */
export type Original = {
  /** Of which field of what was said: `content`, `citizenName`, `publicReply`. */
  readonly field: string;
  readonly text: string;
  /** It was longer than is kept: this is its beginning. */
  readonly isCut: boolean;
};

/** What an original of a citizen's name is kept under: it is as hidden as the name. */
export const nameField = 'citizenName';

/** Of a field of so many code points at most: three times as much, since markup is longer than its words. */
export const keptLength = (maxLength: number): number => 3 * Math.min(maxLength, longestField);
const longestField = 8000;

/** The text as it came, as far as it is kept. */
export function originalOf(field: string, raw: string, maxLength: number): Original {
  const most = keptLength(maxLength);
  const letters = raw.length > most ? [...raw] : [];
  const isCut = letters.length > most;
  const text = isCut ? letters.slice(0, most).join('') : raw;
  // The store keeps neither: half a character is shown as one that is missing.
  return { field, text: text.replace(/[\0\p{Cs}]/gu, '\ufffd'), isCut };
}

/** Those of the fields that `names` has, in its order, each under its name there. */
export const renamed = (originals: readonly Original[], names: Readonly<Record<string, string>>): Original[] =>
  Object.entries(names).flatMap(([from, field]) =>
    originals.filter((one) => one.field === from).map((one) => ({ ...one, field })),
  );

/**
 * The text with a code (⟨U+202E⟩) for whatever cannot be seen, directs the order of reading, or has no sign in any font
 * (private use), and behind what only looks like another character (a radical); ends of lines and plain blanks stay. It can
 * be shown as it is: nothing in it does anything any more.
 */
export const withCodes = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{C}\n\t]|[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufffc]/gu, codeOf)
    .replace(/[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, (letter) => `${letter}${codeOf(letter)}`);

const codeOf = (letter: string) => `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
