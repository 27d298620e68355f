import { continueCorrections } from '@hotline/server/jobs/corrections';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { addMs, localDate } from '@hotline/shared/time/instant';
import { works } from '@hotline/shared/time/reference.test-support';
import type { Op } from '../history.ts';
import type { TestHotline } from '../hotline.ts';

type Outcome = { words: string; data: CalendarData | null; changed: number };

/**
 * The administrator turns a day of the coming week into a day off, or into a working day. Two times in three the open
 * clocks are corrected by it; else it is for what is counted from now on, and the next correction takes it along.
 */
export async function changeCalendar(h: TestHotline, { what, extra }: Op): Promise<Outcome> {
  const admin = await h.as('admin');
  const { data } = await admin.call('calendar', { query: {} });
  const date = localDate(addMs(h.clock.now, (1 + (extra % 6)) * 86_400_000), data.utcOffsetMinutes);
  if (date > data.to) return { words: 'no calendar that far', data: null, changed: 0 };
  const special = { date, working: !works(data, date), name: '调整' };
  const saved = await admin.call('changeCalendar', {
    body: { version: data.version, change: { set: [special], clear: [] } },
  });
  const words = `the calendar: ${date} is ${special.working ? 'worked' : 'a day off'}`;
  if (what % 3 === 0) return { words, data: saved.data, changed: 0 };
  await admin.call('startCorrection', { body: { version: saved.data.version } });
  await continueCorrections(h.hotline);
  const { correction } = await admin.call('correction', { query: {} });
  return { words: `${words}, and clocks are corrected`, data: saved.data, changed: correction?.changed ?? 0 };
}
