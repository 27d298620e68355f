import { dialled } from '@hotline/shared/citizen/numbers';
import type { useT } from '../text/translate.ts';

type Revealed = { phone: string | null; phoneExtension: string | null; phoneRaw: string | null };

/**
 * A number as it is dialled, with the words that were written where they tell more (a name, a second number); 「号码读不出：…」
 * where none could be read. Null: none was left.
 */
export function writtenNumber(
  t: ReturnType<typeof useT>,
  { phone, phoneExtension, phoneRaw }: Revealed,
): string | null {
  if (phone === null) return phoneRaw === null ? null : t('phone.unreadable', { written: phoneRaw });
  const number = dialled(phone, phoneExtension);
  const isMore = phoneRaw !== null && /[\p{L}、；;/]/u.test(phoneRaw.replace(/sip|tel|ext|转|分机|x/gi, ''));
  return isMore ? t('phone.asWritten', { number, written: phoneRaw }) : number;
}
