import type { CalendarData, Period } from './calendar/calendarData.ts';
import type { Instant } from './instant.ts';
import type { Limit } from './limit.ts';

// The clocks once more, by a reference that knows no prefix sums: it walks day by day and minute by minute. Null: no data.

export function slowDeadline(data: CalendarData, from: Instant, { amount, unit }: Limit): Instant | null {
  const ms = Date.parse(from);
  if (unit === 'minutes') return iso(ms + amount * 60_000);
  if (unit === 'hours') return iso(ms + amount * 3_600_000);
  if (unit === 'workingHours') return slowAddWorkingMs(data, from, amount * 3_600_000);
  return slowNthDay(data, day(data, ms), amount, unit);
}

/** 24:00 of the nth day after `date`. */
export function slowNthDay(data: CalendarData, date: string, n: number, unit: 'days' | 'workingDays'): Instant | null {
  let at = date;
  for (let left = n; left > 0; ) {
    at = next(at);
    if (unit === 'workingDays' && periodsOf(data, at) === null) return null;
    if (unit === 'days' || works(data, at)) left--;
  }
  return iso(Date.parse(`${next(at)}T00:00:00Z`) - data.utcOffsetMinutes * 60_000);
}

/** As `resumed`; what had something left, and would be over when it resumes, is due at the same hour of the next working day. */
export function slowResume(
  data: CalendarData,
  dueAt: Instant,
  limit: Limit,
  from: Instant,
  to: Instant,
): Instant | null {
  const due = resumed(data, dueAt, limit, from, to);
  if (due === null || limit.unit !== 'workingDays' || dueAt <= from || due > to) return due;
  const last = day(data, Date.parse(due) - 1);
  const early = works(data, last) ? Date.parse(slowNthDay(data, last, 0, 'days') ?? due) - Date.parse(due) : 0;
  const end = slowNthDay(data, last, 1, 'workingDays');
  return end && iso(Date.parse(end) - early);
}

/** Counts what is left from the pause to the due, then walks that far from the resumption. */
function resumed(data: CalendarData, dueAt: Instant, limit: Limit, from: Instant, to: Instant): Instant | null {
  const [paused, back] = [day(data, Date.parse(from)), day(data, Date.parse(to))];
  const due = day(data, Date.parse(dueAt) - 1);
  if (limit.unit === 'minutes' || limit.unit === 'hours') {
    return iso(Date.parse(to) + (Date.parse(dueAt) - Date.parse(from)));
  }
  if (limit.unit === 'days') {
    const left = (Date.parse(due) - Date.parse(paused)) / 86_400_000;
    return slowNthDay(data, back, left, 'days');
  }
  if (periodsOf(data, back) === null) return null;
  if (limit.unit === 'workingHours') return slowAddWorkingMs(data, to, slowWorkingMs(data, from, dueAt));
  // No working day passed: it stays where it is, at whatever hour that is.
  if (slowWorkingDays(data, paused, back) === 0) return dueAt;
  // It had run out before, as a corrected calendar counts: it stays as far behind as it was.
  if (due < paused) {
    let at = back;
    while (!works(data, at)) at = previous(at);
    for (let behind = slowWorkingDays(data, due, paused); behind > 0; ) {
      at = previous(at);
      if (works(data, at)) behind--;
    }
    return slowNthDay(data, at, 0, 'days');
  }
  const left = slowWorkingDays(data, paused, due);
  // Paused on the due day itself: the day of the resumption, or the working day before it, is the due day.
  let at = back;
  while (left === 0 && !works(data, at)) at = previous(at);
  const end = slowNthDay(data, at, left, 'workingDays');
  // A due within a working day keeps its hour.
  const early = works(data, due) ? Date.parse(slowNthDay(data, due, 0, 'days') ?? dueAt) - Date.parse(dueAt) : 0;
  return end && iso(Date.parse(end) - early);
}

function slowAddWorkingMs(data: CalendarData, from: Instant, ms: number): Instant | null {
  let left = ms;
  for (const [start, end, working] of minutes(data, Date.parse(from))) {
    if (working === null) return null;
    if (!working) continue;
    if (left <= end - start) return iso(start + left);
    left -= end - start;
  }
  return null;
}

export function slowWorkingMs(data: CalendarData, from: Instant, to: Instant): number {
  let sum = 0;
  for (const [start, end, working] of minutes(data, Date.parse(from))) {
    if (start >= Date.parse(to)) break;
    if (working) sum += Math.min(end, Date.parse(to)) - start;
  }
  return sum;
}

/** Minutes of the wall clock from `ms` on: where each starts and ends, whether it is worked; null without data. */
function* minutes(data: CalendarData, ms: number): Generator<[number, number, boolean | null]> {
  const offset = data.utcOffsetMinutes * 60_000;
  for (let at = ms, midnight = at, today: readonly Period[] | null = null; ; ) {
    if (at >= midnight) {
      today = periodsOf(data, day(data, at));
      midnight = (Math.floor((at + offset) / 86_400_000) + 1) * 86_400_000 - offset;
    }
    const minute = 1440 - Math.ceil((midnight - at) / 60_000);
    const end = midnight - (1439 - minute) * 60_000;
    yield [at, end, today?.some(([first, last]) => first <= minute && minute < last) ?? null];
    if (today === null) return;
    at = end;
  }
}

/** Time on working days, each of 24 hours. */
export function slowWorkingDayMs(data: CalendarData, from: Instant, to: Instant): number {
  const wholeDays: CalendarData = {
    ...data,
    periods: [[0, 1440]],
    special: data.special.map(({ periods: _, ...rest }) => rest),
  };
  return slowWorkingMs(wholeDays, from, to);
}

/** Working days after `from` (from the first day on when it is empty) up to and including `to`. */
export function slowWorkingDays(data: CalendarData, from: string, to: string): number {
  let count = 0;
  for (let at = from === '' ? data.from : next(from); at <= to; at = next(at)) if (works(data, at)) count++;
  return count;
}

export function works(data: CalendarData, date: string): boolean {
  return (periodsOf(data, date) ?? []).length > 0;
}

/** Null: no data. Behind the last day weekends and 元旦, 劳动节, 国庆节 are off, and nothing else. */
export function periodsOf(data: CalendarData, date: string): readonly Period[] | null {
  if (date < data.from) return null;
  if (date > data.to && /-01-01|-05-0[12]|-10-0[123]/.test(date)) return [];
  const special = data.special.find((day) => day.date === date);
  if (special) return special.working ? (special.periods ?? data.periods) : [];
  const weekend = [0, 6].includes(new Date(date).getUTCDay());
  return weekend ? [] : data.periods;
}

export function day(data: CalendarData, ms: number): string {
  return iso(ms + data.utcOffsetMinutes * 60_000).slice(0, 10);
}

function next(date: string): string {
  return iso(Date.parse(date) + 86_400_000).slice(0, 10);
}

export function previous(date: string): string {
  return iso(Date.parse(date) - 86_400_000).slice(0, 10);
}

export function iso(ms: number): Instant {
  return new Date(ms).toISOString();
}
