/**
 * What was written where a number belongs, in plain characters: digits of every script and width as 0–9, every hyphen of
 * Unicode as `-`, every space as one, every pair of brackets as `()`; what cannot be seen is gone.
 */
export const plainPhoneText = (raw: string): string =>
  raw
    .replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, (ch) => (/\s|\u0085/.test(ch) ? ' ' : ''))
    .replace(/[\p{Z}]+/gu, ' ')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2212\u2043\u02d7\u2011~\u301c\uff5e\u00b7\u2022\u30fb\u2027]/gu, '-')
    .replace(/(\d ?)[\u4e00\u30fc](?= ?\d)/gu, '$1-')
    .replace(/[\uff01-\uff5e]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) - 0xfee0))
    .replace(/[[{<\u300a\u3008\u3010\u300c\u300e\u3014\u3016\ufe59]/g, '(')
    .replace(/[\]}>\u300b\u3009\u3011\u300d\u300f\u3015\u3017\ufe5a]/g, ')')
    .replace(/\u3001|\uff64|\u3002/g, '\u3001')
    .trim();

/** The value of a decimal digit of any script: tens of digits begin where the last four bits are 0 or 6. */
function asciiDigit(digit: string): string {
  const plain = digit.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  const code = plain.codePointAt(0) ?? 0;
  const start = code & ~15;
  return String(/\p{Nd}/u.test(String.fromCodePoint(start)) ? code - start : code - start - 6);
}
