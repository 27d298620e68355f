import type { DayOrder } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { normaliseInstant } from '@hotline/shared/time/instant';
import { dayMs } from '@hotline/shared/time/localDate';

/** A wall clock without a zone as `YYYY-MM-DDTHH:mm:ss.SSSZ`, or an instant where the text had its zone. */
export type WallTime = { readonly iso: string; readonly hasZone: boolean; readonly isDateOnly: boolean };

/**
 * Reads a time however offices write it: 2026-1-5 9:30, 2026/01/05, 2026.1.5, 20260105093000, 2026年1月5日 下午3时30分,
 * 2026-01-05T09:30:00+08:00, a spreadsheet's serial number, milliseconds since 1970; full-width digits, weekdays in
 * brackets. Two digits for the year, or a day before the month, are read only with an `order`: nothing is guessed.
 * @throws Refusal why `unreadableTime`, or `ambiguousTime` where an order would make it readable
 */
export function readAnyTime(raw: string, order: DayOrder | null): WallTime {
  const text = plain(raw);
  if (/^\d{5}(\.\d+)?$/.test(text)) return serial(text, raw);
  if (/^1\d{12}$/.test(text)) return wall(new Date(Number(text)).toISOString(), true, false);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:[ T]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (compact) return assembled(compact.slice(1, 4), [null, ...compact.slice(4, 7)], '', raw);
  const found =
    /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ]*([ap])?[T ]*(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?)? *([ap])?)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!found) throw unreadable(raw);
  const [, a = '', b = '', c = '', early, hour, minute, second, fraction, late, zone = ''] = found;
  if (hour !== undefined && minute === undefined && !/[时点]/.test(raw)) throw unreadable(raw);
  const half = (early ?? late)?.toLowerCase() ?? null;
  return assembled(inOrder([a, b, c], order, raw), [half, hour, minute, second, fraction], zone, raw);
}

/** One form of all of them: half-width, `-` between the numbers of a date, `:` between those of a time, a/p for the half of the day. */
function plain(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[‐‑‒–—−－]/g, '-')
    .replace(/\(?(星期|周|礼拜)[一二三四五六日天]\)?/g, ' ')
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})[日号]?/, '$1-$2-$3 ')
    .replace(/(\d{1,2})[时点](\d{1,2})分?(?:(\d{1,2})秒?)?/, (_, h, m, s) => `${h}:${m}${s ? `:${s}` : ''}`)
    .replace(/(\d{1,2})[时点]半/, '$1:30')
    .replace(/(\d{1,2})[时点]整?/, '$1')
    .replace(/凌晨|清晨|早晨|早上|上午|AM/i, ' a ')
    .replace(/下午|傍晚|晚上|夜里|PM/i, ' p ')
    .replace(/中午/, ' n ')
    .replace(/(\d)\s*n\s*|n\s*(\d{1,2})/, (_, before: string | undefined, hour: string | undefined) =>
      before ? `${before} ` : Number(hour) >= 10 ? ` ${hour}` : ` p ${hour}`,
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function inOrder([a, b, c]: [string, string, string], order: DayOrder | null, raw: string): string[] {
  if (a.length === 4 && c.length <= 2) return [a, b, c];
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) throw unreadable(raw);
  if (order === null || (order === 'YMD' && c.length === 4)) throw ambiguous(raw);
  if (order === 'YMD') return [century(a), b, c];
  const year = century(c);
  return order === 'DMY' ? [year, b, a] : [year, a, b];
}

const century = (year: string) => (year.length === 4 ? year : `20${year.padStart(2, '0')}`);

type Time = readonly (string | null | undefined)[];

function assembled(day: readonly (string | undefined)[], time: Time, zone: string, raw: string): WallTime {
  const [half, hour, minute = '0', second = '0', fraction = ''] = time;
  const two = (text: string | null | undefined) => (text ?? '0').padStart(2, '0');
  const date = `${day[0]}-${two(day[1])}-${two(day[2])}`;
  const isDateOnly = hour === undefined || hour === null;
  const hours = isDateOnly ? 0 : hourOf(Number(hour), half ?? null, raw);
  const clock = `${two(minute)}:${two(second)}.${(fraction ?? '').padEnd(3, '0').slice(0, 3)}`;
  const instant = existing(`${date}T${two(String(hours))}:${clock}${zone || 'Z'}`, raw);
  return wall(instant, zone !== '', isDateOnly);
}

/** 上午12:30 is half past midnight, as spreadsheets write it; 晚上12点 may be either midnight. */
function hourOf(hour: number, half: string | null, raw: string): number {
  if (half === null) return hour;
  if (half === 'a') {
    if (hour > 12) throw unreadable(raw);
    return hour === 12 ? 0 : hour;
  }
  if (hour === 12 && /晚上|夜里/.test(raw)) throw unreadable(raw);
  return hour < 12 ? hour + 12 : hour;
}

/** Days since 1899-12-30, as spreadsheets count them; from 1955 to 2119, so that no other number is taken for a time. */
function serial(text: string, raw: string): WallTime {
  const days = Number(text);
  if (days < 20_000 || days > 80_000) throw unreadable(raw);
  const ms = Math.round(((days - 25_569) * dayMs) / 1000) * 1000;
  return wall(new Date(ms).toISOString(), false, Number.isInteger(days));
}

function existing(iso: string, raw: string): string {
  try {
    return normaliseInstant(iso);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('invalid', error.message, { why: 'unreadableTime' });
    throw unreadable(raw);
  }
}

const wall = (iso: string, hasZone: boolean, isDateOnly: boolean): WallTime => ({ iso, hasZone, isDateOnly });

const unreadable = (raw: string) =>
  new Refusal('invalid', `时间「${raw.slice(0, 40)}」读不出，请核对原始数据。`, { why: 'unreadableTime' });
const ambiguous = (raw: string) =>
  new Refusal('invalid', `时间「${raw.slice(0, 40)}」的年、月、日次序不明，请选择「日期次序」。`, {
    why: 'ambiguousTime',
  });
