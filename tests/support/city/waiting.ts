import { addMs, type Instant } from '@hotline/shared/time/instant';
import type { Op } from '../history.ts';
import type { TestHotline } from '../hotline.ts';

const minute = 60_000;

/** When the clock next shows something: an alarm, a millisecond before it, or some minutes, hours or days from now. */
export async function nextInstant(h: TestHotline, { what, extra }: Op): Promise<Instant> {
  const { now } = h.clock;
  if (what % 3 === 0) {
    const alarm = await h.store.reader
      .selectFrom('dispatch')
      .select((eb) => eb.fn.min('nextAlarmAt').as('at'))
      .where('nextAlarmAt', '>', now)
      .executeTakeFirst();
    const at = alarm?.at ?? addMs(now, minute);
    const before = addMs(at, -1);
    return extra % 3 === 0 && before > now ? before : at;
  }
  const spans = [7 * minute, 50 * minute, 4 * 60 * minute, 16 * 60 * minute, 30 * 60 * minute, 100 * 60 * minute];
  return addMs(now, spans[extra % spans.length] ?? minute);
}
