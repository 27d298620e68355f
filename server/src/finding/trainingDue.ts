import type { Instant } from '@hotline/shared/time/instant';

const hourMs = 3_600_000;
/** Of the centre's own day: when fewest people wait for an answer. */
const night = { from: 1, to: 5 };
/** Nearly a day, so that the next night's hour counts; a server that stands still at night trains by day after two. */
const atNightMs = 20 * hourMs;
const anywayMs = 48 * hourMs;

/** Whether a centre's model is to be learned anew now. `last`: when that was last done or tried; null: never. */
export function isTrainingDue(last: Instant | null, now: Instant, utcOffsetMinutes: number): boolean {
  if (last === null) return true;
  const age = Date.parse(now) - Date.parse(last);
  const hour = Math.floor(((Date.parse(now) + utcOffsetMinutes * 60_000) / hourMs) % 24);
  const isNight = hour >= night.from && hour < night.to;
  return age >= (isNight ? atNightMs : anywayMs);
}
