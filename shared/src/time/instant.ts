import * as Type from 'typebox';
import { Refusal } from '../refusal.ts';
import { dateOfDay, dayMs, dayNumber, type LocalDate, localDayNumber, startOfDayMs } from './localDate.ts';

/**
 * A point in time: ISO 8601 in UTC, exactly 24 characters, `YYYY-MM-DDTHH:mm:ss.sssZ`.
 * Being of one form, instants compare in time order as plain text, here and in SQL.
 */
export const Instant = Type.String({
  minLength: 24,
  maxLength: 24,
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$',
});
export type Instant = Type.Static<typeof Instant>;

/** Unix milliseconds to an instant. Throws RangeError (a bug) outside the years 0000–9999. */
export function toInstant(ms: number): Instant {
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError(`no instant in years 0000–9999: ${text}`);
  return text;
}

/** An instant to Unix milliseconds. Throws RangeError (a bug) when the text is not an instant. */
export function toMs(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

/**
 * Reads ISO 8601 / RFC 3339 text with `Z` or an offset (`+08:00`, `+0800`, `+08`); 24:00 is 00:00 of the next day;
 * digits beyond milliseconds are cut off. Text without a zone is refused (`invalid`), not guessed; so are the years 0000 and 9999.
 */
export function normaliseInstant(text: string): Instant {
  const [, date, hour, minute, second = '0', fraction = '', zone] = isoText.exec(text) ?? [];
  if (!date || !hour || !minute || !zone) throw unreadable(text);
  const timeMs = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000;
  const withFractionMs = timeMs + Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (Number(minute) > 59 || Number(second) > 59 || withFractionMs > dayMs) throw unreadable(text);
  const ms = dayNumber(date) * dayMs + withFractionMs - offsetMs(zone, text);
  if (ms < firstMs || ms > lastMs) throw unreadable(text);
  return toInstant(ms);
}

/** `ms` later (earlier when negative). */
export function addMs(instant: Instant, ms: number): Instant {
  return toInstant(toMs(instant) + ms);
}

/** The earliest of those that exist; null when none does. */
export function earliest(...instants: readonly (Instant | null)[]): Instant | null {
  let first: Instant | null = null;
  for (const instant of instants) if (instant !== null && (first === null || instant < first)) first = instant;
  return first;
}

/** The local date at an instant, `utcOffsetMinutes` east of UTC (China: 480). */
export function localDate(instant: Instant, utcOffsetMinutes: number): LocalDate {
  return dateOfDay(localDayNumber(toMs(instant), utcOffsetMinutes));
}

/** The day a due instant belongs to: 24:00 of the 31st is stored as 00:00 of the 1st and belongs to the 31st. */
export function dueDay(dueAt: Instant, utcOffsetMinutes: number): LocalDate {
  return dateOfDay(localDayNumber(toMs(dueAt) - 1, utcOffsetMinutes));
}

/** 00:00 local of a date. */
export function startOfLocalDay(date: LocalDate, utcOffsetMinutes: number): Instant {
  return toInstant(startOfDayMs(dayNumber(date), utcOffsetMinutes));
}

const isoText = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)$/;
// As `LocalDate`: a zone or a day more leads nowhere outside.
const firstMs = dayNumber('0001-01-01') * dayMs;
const lastMs = dayNumber('9999-01-01') * dayMs - 1;

function offsetMs(zone: string, text: string): number {
  // Nothing stands after a `Z`, and nothing is 0.
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) throw unreadable(text);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function unreadable(text: string): Refusal {
  return new Refusal(
    'invalid',
    `时间「${text.slice(0, 40)}」无法识别，请填写带时区的 ISO 8601 时间，例如 2026-03-01T08:30:00+08:00。`,
  );
}
