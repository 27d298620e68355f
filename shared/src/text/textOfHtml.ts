/** Only what nobody writes by hand: closed blocks, line breaks, unbreakable blanks. `<张三>` and `a < b` are words. */
const isHtml =
  /<\/(?:p|div|span|td|th|tr|table|tbody|li|ul|ol|h[1-6]|font|strong|section|article)\s*>|<br\s*\/?>|&(?:nbsp|ensp|emsp);/i;
const most = 4;

/** HTML as the words it shows, a line a block; any other text as it is. What was escaped twice is read twice. */
export function textOfHtml(text: string): string {
  let words = text;
  for (let i = 0; i < most; i++) {
    if (!isHtml.test(words)) return words;
    words = read(words);
  }
  // Nobody escapes a text so often by mistake.
  return isHtml.test(words) ? words.replace(/[<&]/g, ' ') : words;
}

const read = (html: string): string =>
  unwrapped(html)
    .replace(/<!--[\s\S]*?-->|<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|table|ul|ol|section|article)\s*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi,
      (whole, hex: string, decimal: string, name: string) =>
        name ? (named[name.toLowerCase()] ?? whole) : characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );

/** A line's end beside a tag is how the source was laid out; elsewhere somebody wrote it. */
const unwrapped = (html: string): string =>
  html
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .reduce((all, line) => all + (all.endsWith('>') || line.startsWith('<') ? '' : '\n') + line, '');

const characterOf = (code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';

const named: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', times: '×' },
  ...{ sect: '§', deg: '°', yen: '¥', copy: '©', bull: '•' },
};
