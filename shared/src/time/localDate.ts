import * as Type from 'typebox';
import { Refusal } from '../refusal.ts';

/**
 * A day on the wall calendar of a centre, `YYYY-MM-DD` (GB/T 7408), without a time zone of its own. Not of the years 0000 and 9999,
 * so that a zone or a day more never leads out of those an instant is written in.
 */
export const LocalDate = Type.String({ pattern: '^(?!0000|9999)\\d{4}-\\d{2}-\\d{2}$' });
export type LocalDate = Type.Static<typeof LocalDate>;

export const dayMs = 86_400_000;

/** Days since 1970-01-01 (negative before). Refuses (`invalid`) a day that does not exist, such as 30 February. */
export function dayNumber(date: LocalDate): number {
  const day = Date.parse(`${date}T00:00:00.000Z`) / dayMs;
  if (!Number.isInteger(day) || dateOfDay(day) !== date) {
    throw new Refusal('invalid', `日期「${date.slice(0, 40)}」不存在，请按 2026-03-01 的格式填写。`);
  }
  return day;
}

/** The inverse of `dayNumber`, for the years 0000–9999. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The local day number at `ms` (Unix milliseconds), the zone being `utcOffsetMinutes` east of UTC. */
export function localDayNumber(ms: number, utcOffsetMinutes: number): number {
  return Math.floor((ms + utcOffsetMinutes * 60_000) / dayMs);
}

/** Unix milliseconds of 00:00 local of a day number. */
export function startOfDayMs(day: number, utcOffsetMinutes: number): number {
  return day * dayMs - utcOffsetMinutes * 60_000;
}
