import { addMs, type Instant } from './instant.ts';
import { dayNumber, weekday } from './localDate.ts';

/** `2026-11-23 14:03:22` on the wall clock of a zone. */
export const localText = (at: Instant, utcOffsetMinutes: number): string =>
  addMs(at, utcOffsetMinutes * 60_000)
    .slice(0, 19)
    .replace('T', ' ');

/** A due, to the minute, as people say it: the first instant of a day is 24:00 of the day before. */
export function localDueText(dueAt: Instant, utcOffsetMinutes: number): string {
  const text = localText(dueAt, utcOffsetMinutes).slice(0, 16);
  return text.endsWith('00:00') ? `${localText(addMs(dueAt, -1), utcOffsetMinutes).slice(0, 10)} 24:00` : text;
}

/** A due instant as people say it, in the zone of the centre: «11月25日（周三）24:00». */
export function dueWords(dueAt: Instant, utcOffsetMinutes: number, lang: 'zh' | 'en'): string {
  const text = localDueText(dueAt, utcOffsetMinutes);
  const [date = '', time = ''] = text.split(' ');
  const day = weekdays[lang][weekday(dayNumber(date))];
  if (lang === 'zh') return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${day}）${time}`;
  return `${day} ${date} ${time}`;
}

/** `17:30`, or `24:00` for the end of the day. */
export const dueClock = (dueAt: Instant, utcOffsetMinutes: number): string =>
  localDueText(dueAt, utcOffsetMinutes).slice(-5);

const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
