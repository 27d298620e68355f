import { seen } from './cleanText.ts';
import { textOfHtml } from './textOfHtml.ts';
import { asMeant } from './writtenOtherwise.ts';

/**
 * Whether `cleanText` makes of this text one that says, or may be read to say, something else: tags with what they held are
 * gone, a character stands for another one, half a character or a heap of marks is lost, or what directed the order of
 * reading is. Blanks, ends of lines, composing (NFC), trimming and characters that nobody sees change nothing. Where it
 * can be doubted the answer is yes: then the text is kept as it came.
 */
export function changesMeaning(raw: string): boolean {
  if (!doubtful.test(raw)) return false;
  if (halves.test(raw)) return true;
  const words = textOfHtml(raw);
  return losesMarkup(raw, words) || readsOtherwise(words) || standsForOthers(seen(words));
}

const halves = /\p{Cs}/u;
/** Ideographs that are other ones to Unicode too (NFC), though fonts draw them as names are written with them: 神 as U+FA19. */
const compatible = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
/** A text without any of these is not looked at twice. */
const doubtful =
  /[<&\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2e80-\u2fd5\ue000-\ufaff\u{2f800}-\u{2fa1f}]|(?:\p{M}[^\P{C}\n]*){9}/u;

/** More than where a line ends and where there is a blank. */
const losesMarkup = (raw: string, words: string): boolean =>
  words !== raw && withoutBlanks(words) !== withoutBlanks(raw.replace(/<br\b[^>]*>|&(?:nbsp|ensp|emsp);/gi, ''));
/** U+E5E5 is the ideographic blank of GBK. */
const withoutBlanks = (text: string) => text.replace(/[\s\ue5e5]/g, '');

function standsForOthers(words: string): boolean {
  if (withoutBlanks(asMeant(words)) !== withoutBlanks(words)) return true;
  const composed = words.normalize('NFC');
  return (compatible.test(words) && composed !== words) || /\p{M}{9}/u.test(composed);
}

const directing = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const arabicOrHebrew = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Chinese is read from left to right whatever marks stand in it, unless it is turned round: letter by letter (RLO), or
 * about its figures and signs (RLE, RLI). Beside Arabic or Hebrew every mark counts.
 */
function readsOtherwise(words: string): boolean {
  const marks = words.match(directing);
  if (marks === null) return false;
  if (arabicOrHebrew.test(words.replace(directing, ''))) return true;
  return [...words.matchAll(/([\u202b\u202e\u2067])([^\n]*)/g)].some(([, mark, rest = '']) => {
    const turned = withoutBlanks(rest.replace(directing, ''));
    return mark === '\u202e' ? [...turned].length > 1 : /\p{L}/u.test(turned) && /[^\p{L}\p{M}]/u.test(turned);
  });
}
