import { textOfHtml } from './textOfHtml.ts';
import { asMeant } from './writtenOtherwise.ts';

/**
 * A text as it is kept, whichever way it came in: composed (NFC), without characters that cannot be seen, direct or
 * control, with characters as they are meant (`asMeant`), one kind of line end and of blank, nothing before and behind it;
 * pasted HTML as the words it shows, a
 * spreadsheet's `_x000D_` as the end of a line. It says the same, is never longer than three times what came, and stays as it is when
 * it comes again. Never throws.
 */
export function cleanText(raw: string): string {
  if (isPlain.test(raw)) return raw;
  return asMeant(seen(textOfHtml(withoutHalves(raw).replaceAll('_x000D_', '\n'))))
    .normalize('NFC')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\t]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Most of what comes in is such already: a line of ASCII and common Chinese, with nothing at its ends. */
const common = "!-%'-;=?-~\\u4e00-\\u9fff\\uff01\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff1f\\u3001\\u3002";
const isPlain = new RegExp(`^(?:[${common}](?:[ ${common}]*[${common}])?)?$`);

/** Halves of characters are no text: each becomes one sign that something was there. */
const withoutHalves = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\ufffc]/u;
const lineEnd = /[\n\v\f\r\u0085\u2028\u2029]/;
/** Signs of Arabic and Syriac that Unicode counts among the unseen and that are written. */
const written = /[\t\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]/;

/** Without what cannot be seen, and with `\n` for every end of a line. */
export function seen(text: string): string {
  if (!unseen.test(text)) return text;
  const letters = [...text.replaceAll('\r\n', '\n')];
  let kept = '';
  let last = '';
  for (const [i, letter] of letters.entries()) {
    const shown = !unseen.test(letter) || written.test(letter) || shapes(letter, last, letters[i + 1] ?? '');
    const next = lineEnd.test(letter) ? '\n' : shown ? letter : '';
    kept += next;
    last = next || last;
  }
  return kept;
}

/** Selectors of a character's form, where one stands before them: names are told apart by them, and emoji joined. */
function shapes(letter: string, last: string, next: string): boolean {
  if (/[\u{e0100}-\u{e01ef}]/u.test(letter)) return /\p{Script=Han}/u.test(last);
  if (/[\u180b-\u180f]/.test(letter)) return /\p{Script=Mongolian}/u.test(last);
  if (letter === '\ufe0f') return /\p{Extended_Pictographic}/u.test(last);
  if (letter !== '\u200d') return false;
  const isJoinable = last === '\ufe0f' || /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(last);
  return isJoinable && /\p{Extended_Pictographic}/u.test(next);
}
