import { nextNumber } from '@hotline/db/cases/appeals';
import type { Tx } from '@hotline/db/store/open';
import type { LocalDate } from '@hotline/shared/time/localDate';

/** Short enough to read aloud: the day and its running number, `26110200001`. */
export async function newNumber(tx: Tx, date: LocalDate): Promise<string> {
  const day = date.replaceAll('-', '').slice(2);
  return `${day}${String(await nextNumber(tx, day)).padStart(5, '0')}`;
}
