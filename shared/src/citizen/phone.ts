import * as Type from 'typebox';

/** A telephone number, as it is given and as it is kept. */
export const Phone = Type.String({ maxLength: 32 });

/**
 * A Chinese telephone number as the key of a citizen's history: mobiles as E.164 (`+8613800138000`), landlines as
 * `+86591-87654321` with an optional extension of at most eight digits (`x123`), service numbers as they are. Full-width
 * digits, spaces, dashes and brackets are accepted. Returns null when the text is no number; it is never guessed from free text.
 * Source: ITU-T E.164; 电信网编号计划 (2017).
 */
export function normalisePhone(raw: string): string | null {
  const [main = '', extension] = toHalfWidth(raw).split(/(?:转|分机|ext\.?|[x#*])/i);
  const digits = main
    .replace(/[\s()\-.–—]/g, '')
    .replace(/^(?:\+|00)86/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  const ext = extension?.replace(/\D/g, '');
  if (ext && ext.length > 8) return null;
  const suffix = ext ? `x${ext}` : '';
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}${suffix}`;
  // After +86 a landline is written without its 0.
  const domestic = /^\s*(\+|00)86/.test(main) && !/^[048]/.test(digits) ? `0${digits}` : digits;
  const landline = /^0(10|2\d|[3-9]\d{2})([2-8]\d{6,7})$/.exec(domestic);
  if (landline) return `+86${landline[1]}-${landline[2]}${suffix}`;
  if (/^[48]00\d{7}$/.test(digits)) return `+86${digits}${suffix}`;
  if (/^(1[012]\d|9\d{4}|12\d{3}|1[0-9]{4})$/.test(digits)) return digits;
  const foreign = toHalfWidth(raw).replace(/[\s()\-.]/g, '');
  return /^(?:\+|00)(?!86)[1-9]\d{6,14}$/.test(foreign) ? foreign.replace(/^00/, '+') : null;
}

const toHalfWidth = (text: string) =>
  text.replace(/[０-９＋－（）＃＊]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) - 0xfee0)).trim();
