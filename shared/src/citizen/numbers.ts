/** `full` names one telephone in the world; `local` needs the area it is dialled in; `short` is a service such as 12345. */
type Span = 'full' | 'local' | 'short';
export type Numbered = { readonly phone: string; readonly span: Span };

/**
 * The number that these digits dial, in the shape it is kept: mobiles as E.164 (`+8613800138000`), landlines as
 * `+86591-87654321`, 400 and 800 as `+864008123456`, services as they are (`12345`), other countries, Hong Kong, Macao and
 * Taiwan as E.164. `areaCode` (`0591`) is where a number without one is dialled. Null: they dial nothing, or it is not
 * certain what. Source: ITU-T E.164; 电信网编号计划 (2017).
 */
export function numberOf(digits: string, isInternational: boolean, areaCode: string | null): Numbered | null {
  const plain = digits.replace(/^(?:179[015]1|17909|12593|10193)(?=0?1[3-9]\d{9}$|0[1-9]\d{9,10}$)/, '');
  if (isInternational) return international(plain);
  // Behind an exchange's own 0 the centre's area code reads like the code of another country.
  if (areaCode !== null && plain.startsWith(`0${areaCode}`)) return null;
  if (/^00[1-9]/.test(plain)) return international(plain.slice(2));
  return national(plain) ?? withCountry(plain) ?? local(plain, areaCode) ?? short(plain);
}

/** The number as one dials it here: `+8613800138000` → `13800138000`, `+86591-87654321` → `0591-87654321转101`. */
export function dialled(phone: string, extension: string | null = null): string {
  const plain = phone.replace(/^\+86(?=1[3-9]\d{9}$|[48]00\d{7}$)/, '').replace(/^\+86(?=\d{2,3}-)/, '0');
  return extension === null ? plain : `${plain}转${extension}`;
}

function national(digits: string): Numbered | null {
  const mobile = /^0?(1[3-9]\d{9})$/.exec(digits) ?? /^0?([48]00\d{7})$/.exec(digits);
  if (mobile) return full(`+86${mobile[1]}`);
  const landline =
    /^0(10|2\d)([2-8]\d{7})$/.exec(digits) ??
    /^0([3-9]\d{2})([2-8]\d{6,7})$/.exec(digits) ??
    /^0(10|2\d|[3-9]\d{2})(1[0-2]\d{3}|9[56]\d{3,4})$/.exec(digits);
  return landline && !/^[48]00/.test(digits.slice(1)) ? full(`+86${landline[1]}-${landline[2]}`) : null;
}

/** 8613800138000, 8659187654321, 08613800138000: the country's code without a sign before it. */
function withCountry(digits: string): Numbered | null {
  const rest = /^0?86(\d{10,12})$/.exec(digits)?.[1];
  return rest === undefined ? null : (national(rest) ?? national(`0${rest}`));
}

function local(digits: string, areaCode: string | null): Numbered | null {
  if (areaCode === null) return null;
  const within = /^[2-8]\d{6,7}$/.test(digits) ? national(areaCode + digits) : null;
  if (within) return { ...within, span: 'local' };
  // A spreadsheet took the first 0 for nothing.
  return digits.startsWith(areaCode.slice(1)) && /^\d{10,11}$/.test(digits) ? national(`0${digits}`) : null;
}

const short = (digits: string): Numbered | null =>
  /^(?:1[0-2]\d|1[0-2]\d{3}|11[68]\d{3}|95\d{3,6}|96\d{3,4})$/.test(digits) ? { phone: digits, span: 'short' } : null;

/** `digits` begin with the code of a country. */
function international(digits: string): Numbered | null {
  if (digits.startsWith('86') && digits.startsWith('886') === false) {
    const rest = digits.slice(2);
    return national(rest) ?? national(`0${rest}`) ?? short(rest);
  }
  const plain = digits.replace(/^8860/, '886');
  const known = territories.find(({ code }) => plain.startsWith(code));
  const isNumber = known ? known.shape.test(plain.slice(known.code.length)) : /^[2-9]\d{7,14}$/.test(plain);
  return isNumber ? full(`+${plain}`) : null;
}

const territories = [
  { code: '852', shape: /^[2-9]\d{7}$/ },
  { code: '853', shape: /^[268]\d{7}$/ },
  { code: '886', shape: /^(?:9\d{8}|[2-8]\d{7,8})$/ },
  { code: '1', shape: /^[2-9]\d{2}[2-9]\d{6}$/ },
] as const;

const full = (phone: string): Numbered => ({ phone, span: 'full' });
