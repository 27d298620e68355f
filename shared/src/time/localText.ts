import { addMs, type Instant } from './instant.ts';

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
