import type { DayOrder } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { type Instant, normaliseInstant, toInstant, toMs } from '@hotline/shared/time/instant';
import { dayMs } from '@hotline/shared/time/localDate';
import { readAnyTime } from './dates.ts';

const tokens: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{3})',
};

export type Dates = { format?: string; zone?: string; order?: DayOrder };
/** An instant; `isDateOnly`: the text had no time of day, so it is the first of that day. */
export type ReadTime = (text: string) => { readonly at: Instant; readonly isDateOnly: boolean };

/**
 * Reads the times of another system: however offices write them (`auto`, by `order` where the year does not stand first),
 * `iso` (the zone is in the text), or a format such as `YYYY-MM-DD HH:mm:ss`; in a zone, an offset or an IANA name, where
 * the text has none. A day that does not exist, or an hour that summer time skipped, is refused.
 * @throws Error when format or zone make no sense.
 */
export function timeReader({ format = 'auto', zone, order }: Dates): ReadTime {
  if (format === 'iso') return (text) => ({ at: normaliseInstant(text), isDateOnly: false });
  if (!zone) throw new Refusal('invalid', '映射文件的 dates 缺少 zone，例如 "+08:00" 或 "Asia/Shanghai"。');
  const toUtc = zoneOf(zone);
  if (format === 'auto')
    return (text) => {
      const { iso, hasZone, isDateOnly } = readAnyTime(text, order ?? null);
      return { at: hasZone ? iso : toUtc(toMs(iso), text), isDateOnly };
    };
  const inFormat = formatReader(format, toUtc);
  return (text) => ({ at: inFormat(text), isDateOnly: !/H/.test(format) });
}

function formatReader(format: string, toUtc: ToUtc): (text: string) => Instant {
  const pattern = patternOf(format);
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (!found) throw unreadable(`时间「${text.slice(0, 40)}」不符合格式 ${format}`);
    const two = (name: string) => (found[name] ?? '0').padStart(2, '0');
    const date = `${found['year']}-${two('month')}-${two('day')}`;
    const time = `${two('hour')}:${two('minute')}:${two('second')}.${found['fraction'] ?? '000'}`;
    return toUtc(toMs(normaliseInstant(`${date}T${time}Z`)), text);
  };
}

function patternOf(format: string): RegExp {
  const source = format.replace(
    /YYYY|MM?|DD?|HH?|mm|SSS|ss|[\\^$.*+?()[\]{}|]/g,
    (part) => tokens[part] ?? `\\${part}`,
  );
  try {
    const pattern = new RegExp(`^${source}$`);
    if (!['year', 'month', 'day'].every((name) => source.includes(`<${name}>`))) throw new Error('no date');
    return pattern;
  } catch {
    throw new Refusal('invalid', `映射文件的日期格式「${format}」不正确，例如 YYYY-MM-DD HH:mm:ss。`);
  }
}

type ToUtc = (localMs: number, text: string) => Instant;

function zoneOf(zone: string): ToUtc {
  if (/^(Z|[+-]\d{2}(:?\d{2})?)$/.test(zone)) {
    const shiftMs = toMs(normaliseInstant(`2000-01-01T00:00:00${zone}`)) - Date.UTC(2000, 0, 1);
    return (localMs) => toInstant(localMs + shiftMs);
  }
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw new Refusal('invalid', `映射文件的时区「${zone}」不存在，例如 "+08:00" 或 "Asia/Shanghai"。`);
  }
  return (localMs, text) => {
    // The offset of the day before or the day after holds; where both do (clocks put back), the first of the two.
    for (const nearMs of [localMs - dayMs, localMs + dayMs]) {
      const utcMs = localMs - offsetMs(clock, nearMs);
      if (offsetMs(clock, utcMs) === localMs - utcMs) return toInstant(utcMs);
    }
    throw unreadable(`时间「${text.slice(0, 40)}」在时区 ${zone} 不存在（夏令时跳过）`);
  };
}

function offsetMs(clock: Intl.DateTimeFormat, ms: number): number {
  const name = clock.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

const unreadable = (what: string) => new Refusal('invalid', `${what}，请核对原始数据。`, { why: 'unreadableTime' });
