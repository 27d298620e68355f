import { dialled } from '@hotline/shared/citizen/numbers';
import type { useT } from './translate.ts';

type Revealed = { phone: string | null; extension?: string; written?: string };

/**
 * A number as it is dialled, with the words that were written where they tell more (a name, a second number); 「号码读不出：…」
 * where none could be read. Null: none was left.
 */
export function writtenNumber(t: ReturnType<typeof useT>, { phone, extension, written }: Revealed): string | null {
  if (phone === null) return written === undefined ? null : t('phone.unreadable', { written });
  const number = dialled(phone, extension ?? null);
  return written === undefined ? number : t('phone.asWritten', { number, written });
}
