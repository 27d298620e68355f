import { maxLengthOf } from '../schema.ts';
import { type Numbered, numberOf } from './numbers.ts';
import { PhoneExtension } from './phone.ts';
import { phoneAddress } from './phoneAddress.ts';
import { plainPhoneText } from './phoneText.ts';

/** A number that was read; `phone` is what a citizen's history is found by, the extension only leads on from it. */
export type PhoneNumber = { readonly phone: string; readonly extension: string | null };

/**
 * The numbers in what somebody wrote or an exchange sent, in their order, each once: with names, notes and extensions
 * beside them, as addresses (`tel:`, `sip:`), as spreadsheets keep them. `areaCode` (`0591`) is the centre's own. Empty:
 * none can be read with certainty; whoever asks then keeps the text as it came. Never throws.
 */
export function readPhones(raw: string, areaCode: string | null): PhoneNumber[] {
  const text = plainPhoneText(raw);
  const address = phoneAddress(text);
  const found = address
    ? numbersAmong(address.number, address.areaCode ?? areaCode)
    : numbersAmong(spelledOut(fromCell(text)), areaCode);
  const ours = found.map(({ phone, extension }) => ({ phone, extension: dialable(extension ?? address?.extension) }));
  return [...new Map(ours.map((one) => [`${one.phone} ${one.extension}`, one])).values()];
}

/** Digits that go on for longer than an extension is kept lead nowhere: a number written again and again. */
const dialable = (extension: string | null | undefined): string | null =>
  !extension || extension.length > maxLengthOf(PhoneExtension) ? null : extension;

/** The first of them, or null. */
export const readPhone = (raw: string, areaCode: string | null): PhoneNumber | null =>
  readPhones(raw, areaCode)[0] ?? null;

/** ="13800138000", '13800138000, 13800138000.0, 13,800,138,000, 1.3800138000E+10: only where no digit is lost. */
function fromCell(text: string): string {
  const plain = text.replace(/^="([^"]*)"$/, '$1').replace(/^['‘’`]/, '');
  if (/^\d{1,3}(?:,\d{3}){2,}(?:\.0+)?$/.test(plain)) return plain.replaceAll(',', '').replace(/\..*/, '');
  if (/^\d{7,}\.0+$/.test(plain)) return plain.replace(/\..*/, '');
  const [, whole = '', fraction = '', power = ''] = /^(\d)\.(\d+)E\+?(\d\d?)$/i.exec(plain) ?? [];
  return whole !== '' && fraction.length === Number(power) ? whole + fraction : plain;
}

/** 一三八〇〇一三八〇〇〇, where a number is all that was written. */
function spelledOut(text: string): string {
  if (!/^[〇零一幺二两三四五六七八九 -]{7,}$/.test(text)) return text;
  const digits: Record<string, number> = { 零: 0, 幺: 1, 两: 2 };
  return text.replace(/[^ -]/g, (ch) => String(digits[ch] ?? '〇一二三四五六七八九'.indexOf(ch)));
}

const run = '[+(]*\\d(?:[ ().\\-]*\\d)*';
const mark = '(?:转接|转?分机(?:号码?)?|转|内线|extension|extn|ext|x|#|\\*)';
const levels = `(?:[ (.:,\\-]*${mark}[ ().:\\-]*\\d{1,8}(?:-\\d{1,8})*(?![ .\\-]*\\d)\\)?)+|,\\d{1,6}(?![ .\\-]*\\d)`;
const written = new RegExp(`(${run})(${levels})?`, 'gi');
/** An extension stands behind it, but none that could be read. */
const unreadBehind = new RegExp(`^(?:[\\w*#@%]|[ (.:,\\-]*${mark}[ ().:\\-]*\\d)`, 'i');
/** A note in brackets stands for itself, and so does a number in them; extensions and area codes in brackets do not. */
const between = new RegExp(`[;、/|&"]|\\((?![\\s\\d+\\-]*\\)|[ :]*${mark}[ .:\\-]*\\d+[ ]*\\))`, 'i');

/** What may stand beside a number to say what it is. */
const label =
  /(?:本人|家里|家庭|家|单位|办公室?|公司|手机号?码?|电话号?码?|联系|方式|座机|固话|固定|号码|同微信|微信同号|来电|主叫|tel(?:ephone)?|phone|mobile|mob|cell|office|home|fax|[tmph](?=[.:]))[.:]*/gi;
const labelBefore = /(?:tel|telephone|phone|mobile|mob|cell|fax|[tmph])[.:]?$/i;
/** What eight digits are as well, where one of these stands beside them. */
const anotherNumber = /[a-z@]|微信|工号|编号|单号|证|卡号|账号|邮编|[号栋楼幢座室房元]/i;

function numbersAmong(text: string, areaCode: string | null): PhoneNumber[] {
  const plain = text.replace(/(\d[) -]*)\(0\)(?= ?\d)/g, '$1');
  return plain.split(between).flatMap((piece) =>
    [...piece.matchAll(written)].flatMap((match) => {
      const [whole, digits = '', behind] = match;
      const before = piece.slice(0, match.index);
      const after = piece.slice(match.index + whole.length);
      const isPart = /[\w*#@.%]$/.test(before) && !labelBefore.test(before);
      if (isPart || unreadBehind.test(after)) return [];
      const beside = plain.replace(whole, ' ').replace(label, ' ');
      return numbersIn(digits, areaCode)
        .filter(({ span }) =>
          span === 'full' ? true : span === 'local' ? !anotherNumber.test(beside) : !/[\p{L}\d]/u.test(beside),
        )
        .map(({ phone, extension }) => ({ phone, extension: extension ?? behind?.match(/\d+/g)?.join('-') ?? null }));
    }),
  );
}

const isDate = /^(?:19|20)\d\d[-.]\d{1,2}[-.]\d{1,2}$/;

type Read = Numbered & PhoneNumber;

/** One number, one with its extension behind a dash or in brackets, or several with nothing but spaces between them. */
function numbersIn(digits: string, areaCode: string | null): Read[] {
  if (isDate.test(digits)) return [];
  const isInternational = /^\(?\+/.test(digits) || /^\(?(?:852|853|886)[) -]/.test(digits);
  const read = (text: string) => numberOf(text.replace(/\D/g, ''), isInternational, areaCode);
  const [, main = '', extension = ''] = /^(.*\d) ?[-(] ?(\d{1,6})\)?$/.exec(digits) ?? [];
  const direct = main === '' ? null : read(main);
  const whole = read(digits);
  // Nobody writes the last digit or two of a number behind a dash of their own.
  const isOurs = direct?.phone.startsWith('+86') ?? false;
  if (direct && isOurs && (whole === null || extension.length < 3)) return [{ ...direct, extension }];
  if (whole) return [{ ...whole, extension: null }];
  const [only, another] = partitions(digits.split(/[^\d+]+/).filter(Boolean), areaCode);
  return only && !another ? only : [];
}

/** Every way in which the groups of digits make up whole numbers; more than one way means that none is certain. */
function partitions(groups: readonly string[], areaCode: string | null): Read[][] {
  if (groups.length === 0) return [[]];
  if (groups.length > 12) return [];
  return groups.flatMap((_, i) => {
    const head = groups.slice(0, i + 1).join('');
    const first = numberOf(head.replace(/\D/g, ''), head.startsWith('+'), areaCode);
    if (!first || first.span === 'short') return [];
    return partitions(groups.slice(i + 1), areaCode).map((rest) => [{ ...first, extension: null }, ...rest]);
  });
}
