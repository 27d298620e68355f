import { variants } from './variants.ts';

/**
 * A text as it is compared: width, case, marks of writing, traditional and variant characters, the many dots, quotes and
 * dashes, and how many blanks there are tell nothing. For keys and for search, never for what is shown. Done once: folding
 * again changes nothing.
 */
export function foldText(text: string): string {
  const seen = text.replace(unseen, '').normalize('NFKC').toLowerCase().normalize('NFKC').replace(unseen, '');
  return simplified(seen)
    .replace(/[\u00b7\u0387\u2022\u2027\u2219\u22c5\u25cf\u25e6\u30fb\u2024\uff65]/g, '·')
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u02b9\u0060\u00b4\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u300c-\u300f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\p{Pd}\u2212\u2043\u02d7]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** 「张 伟」 is 「张伟」: blanks between Chinese characters are how somebody typed. */
export const withoutBlanksBetweenHan = (text: string): string =>
  text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');

/** What one citizen's name is known by, however it was typed: letters and digits alone. */
export const nameKey = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}\p{M}]/gu, '');

let table: Uint16Array | null = null;
const first = 0x3400;

/** Built when it is first asked for: most pages never do. */
function simplified(text: string): string {
  table ??= readTable();
  let folded = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const other = table[text.charCodeAt(i) - first];
    if (!other) continue;
    folded += text.slice(done, i) + String.fromCharCode(other);
    done = i + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

function readTable(): Uint16Array {
  const known = new Uint16Array(0xa000 - first);
  for (let i = 0; i + 1 < variants.length; i += 2) known[variants.charCodeAt(i) - first] = variants.charCodeAt(i + 1);
  return known;
}
