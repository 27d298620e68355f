/** Dates as a citizen reads them, in the centre's time and never the host's. */

/** `2026年11月27日（星期五）24:00前`: midnight belongs to the day it ends, so nobody counts a day too many. */
export function dueInWords(dueAt: string, utcOffsetMinutes: number): string {
  const at = localTime(dueAt, utcOffsetMinutes);
  if (at.getUTCHours() + at.getUTCMinutes() > 0) return `${dayInWords(at)}${clock(at)}前`;
  return `${dayInWords(new Date(at.getTime() - 1))}24:00前`;
}

/** `2026年11月25日 14:03` */
export function timeInWords(instant: string, utcOffsetMinutes: number): string {
  const at = localTime(instant, utcOffsetMinutes);
  return `${date(at)} ${clock(at)}`;
}

const localTime = (instant: string, utcOffsetMinutes: number) =>
  new Date(Date.parse(instant) + utcOffsetMinutes * 60_000);
const date = (at: Date) => `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
const dayInWords = (at: Date) => `${date(at)}（星期${'日一二三四五六'[at.getUTCDay()]}）`;
const clock = (at: Date) => at.toISOString().slice(11, 16);
