import type { LeftNumber } from '@hotline/db/cases/citizens';
import { type PhoneFields, phoneFields } from '@hotline/shared/citizen/phoneFields';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import { cleanText as cleaned } from '@hotline/shared/text/cleanText';

// What every cell passes on its way in: the one place where an import meets the rules for texts and numbers.

/** A text as it is kept everywhere. What a broken file left of NUL says nothing. */
export const cleanText = (raw: string): string => cleaned(raw.replaceAll('\0', ''));

/** How a citizen can be reached: the number, as it was written where none could be read, and all that could be read. */
export type Left = { readonly number: PhoneFields; readonly numbers: readonly LeftNumber[] };

export function numberIn(text: string | undefined, areaCode: string | null): Left {
  const number = phoneFields(text, areaCode);
  const raw = number.phoneRaw ?? '';
  return { number, numbers: readPhones(raw, areaCode).map((one) => ({ ...one, raw })) };
}
