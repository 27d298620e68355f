import * as Type from 'typebox';
import { maxLengthOf, orNull } from '../schema.ts';
import { saysNoPhone } from './noPhone.ts';
import { dialled } from './numbers.ts';
import { Phone, PhoneExtension, PhoneText } from './phone.ts';
import { plainPhoneText } from './phoneText.ts';
import { readPhones } from './readPhones.ts';

/** A number as an appeal, a call or a person keeps it: what was read, and what was written. */
export type PhoneFields = {
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  readonly phoneRaw: string | null;
};

export const noPhone: PhoneFields = { phone: null, phoneExtension: null, phoneRaw: null };

/**
 * The first number in what was written, and the words themselves; all null where they only say that there is none. What
 * cannot be read leaves `phone` null and is kept in `phoneRaw`. `areaCode` is the centre's own, `0591`.
 */
export function phoneFields(raw: string | null | undefined, areaCode: string | null): PhoneFields {
  if (!raw || saysNoPhone(raw)) return noPhone;
  const [first] = readPhones(raw, areaCode);
  const kept = [...raw.trim()].slice(0, maxLengthOf(PhoneText)).join('');
  return { phone: first?.phone ?? null, phoneExtension: first?.extension ?? null, phoneRaw: kept };
}

/** A number as it leaves where somebody may see it. */
export const RevealedPhone = {
  phone: orNull(Phone),
  extension: Type.Optional(PhoneExtension),
  /** What was written, where it tells more than the number: a name, a second number, or that none could be read. */
  written: Type.Optional(PhoneText),
} as const;

export function revealedPhone({ phone, phoneExtension, phoneRaw }: PhoneFields): {
  phone: string | null;
  extension?: string;
  written?: string;
} {
  const isMore = phoneRaw !== null && (phone === null || !saysOnly(phoneRaw, dialled(phone, phoneExtension)));
  return {
    phone,
    ...(phoneExtension === null ? {} : { extension: phoneExtension }),
    ...(isMore ? { written: phoneRaw } : {}),
  };
}

/** Whether all that was written is the number: no other digits, no letters beside it. */
const saysOnly = (raw: string, number: string): boolean => {
  const plain = plainPhoneText(raw).replace(/@.*$/, '');
  const digits = (text: string) => text.replace(/\D/g, '');
  const isOnly =
    digits(plain).endsWith(digits(number).replace(/^0/, '')) && digits(plain).length <= digits(number).length + 4;
  return isOnly && !/\p{L}/u.test(plain.replace(/转|分机|内线|ext|sips?|tel|x/gi, ''));
};
