import { maxLengthOf } from '../schema.ts';
import { saysNoPhone } from './noPhone.ts';
import { PhoneText } from './phone.ts';
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
