import { Refusal } from '../../refusal.ts';
import { type Instant, toMs } from '../instant.ts';
import { dateOfDay, dayNumber, localDayNumber, weekday } from '../localDate.ts';
import type { CalendarData, Period, SpecialDay } from './calendarData.ts';

/** A calendar ready for questions: prefix sums, so that no question walks over days. Days are day numbers. */
export type Calendar = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly utcOffsetMinutes: number;
  readonly firstDay: number;
  /** The last day that was announced; what lies behind it is provisional. */
  readonly lastDay: number;
  /** The last day that can be counted at all. */
  readonly lastCounted: number;
  /** All working days, ascending. */
  readonly workingDays: Int32Array;
  /** At i: how many working days precede day `firstDay + i`. One entry more than there are days. */
  readonly workingDaysBefore: Int32Array;
  /** At i: how many working minutes precede day `firstDay + i`. One entry more than there are days. */
  readonly workingMinutesBefore: Int32Array;
  /** At i: the periods of day `firstDay + i`, ascending; empty on a day off. */
  readonly periods: readonly (readonly Period[])[];
};

/**
 * Refuses (`conflict`) a calendar that contradicts itself or has no working day. Behind the announced days it goes on
 * provisionally (暂定): weekends and the festivals of fixed date are off, nobody makes up for them. So that no appeal is
 * refused for want of next year's calendar; what was counted so is marked (`clock.provisional`) and counted again when the
 * year is imported. Before the first day nothing is guessed.
 */
export function compileCalendar(data: CalendarData): Calendar {
  const { firstDay, lastDay } = range(data);
  const lastCounted = lastDay + provisionalDays;
  const special = specialDays(data, firstDay, lastDay);
  const standard = inOrder(data, data.periods, '标准工作时段');

  const count = lastCounted - firstDay + 1;
  const workingDays = new Int32Array(count);
  const workingDaysBefore = new Int32Array(count + 1);
  const workingMinutesBefore = new Int32Array(count + 1);
  const periods: (readonly Period[])[] = [];
  let days = 0;
  let announced = 0;
  let minutes = 0;
  for (let i = 0; i < count; i++) {
    const day = firstDay + i;
    const isOff = isWeekend(day) || (day > lastDay && isFixedFestival(day));
    const ofDay = special.get(day) ?? (isOff ? dayOff : standard);
    periods.push(ofDay);
    if (ofDay.length > 0) workingDays[days++] = firstDay + i;
    for (const [start, end] of ofDay) minutes += end - start;
    workingDaysBefore[i + 1] = days;
    workingMinutesBefore[i + 1] = minutes;
    if (day === lastDay) announced = days;
  }
  if (announced === 0) throw bad(data, '没有任何工作日，请检查起止日期和放假安排');

  const { id, version, name, utcOffsetMinutes } = data;
  return {
    id,
    version,
    name,
    utcOffsetMinutes,
    firstDay,
    lastDay,
    lastCounted,
    workingDays: workingDays.slice(0, days),
    workingDaysBefore,
    workingMinutesBefore,
    periods,
  };
}

/** The same calendar without its provisional days: a question that reaches one of them is refused. */
export const announced = (cal: Calendar): Calendar => ({ ...cal, lastCounted: cal.lastDay });

/** Whether an instant lies behind the last announced day; 24:00 of that day does not. */
export const isBeyond = (cal: Calendar, at: Instant): boolean =>
  localDayNumber(toMs(at) - 1, cal.utcOffsetMinutes) > cal.lastDay;

/** Refused whenever a question reaches a day that cannot be counted. `day` is the day number that is missing. */
export function missingDay(cal: Calendar, day: number): Refusal {
  const date = dateOfDay(day);
  const year = Number(date.slice(0, 4));
  const message = `工作日历「${cal.name}」从 ${dateOfDay(cal.firstDay)} 开始，没有 ${year} 年（${date}）的数据，无法计算期限。`;
  return new Refusal('conflict', message, { calendarId: cal.id, calendarVersion: cal.version, year, date });
}

/** 元旦、劳动节、国庆节 as the State Council's order of 2024 fixes them; the others go by the moon or the sun. */
const fixedFestivals: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const isFixedFestival = (day: number) => fixedFestivals.has(dateOfDay(day).slice(5));
const provisionalDays = 20 * 366;

const dayOff: readonly Period[] = [];
/** Keeps the sum of working minutes within 32 bits, with room to spare. */
const maxDays = 200 * 366;

function isWeekend(day: number): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

function range(data: CalendarData): { firstDay: number; lastDay: number } {
  const firstDay = dayNumber(data.from);
  const lastDay = dayNumber(data.to);
  if (firstDay > lastDay) throw bad(data, `起始日期 ${data.from} 晚于截止日期 ${data.to}，请更正`);
  if (lastDay - firstDay >= maxDays) throw bad(data, '跨度超过 200 年，请缩短起止日期');
  return { firstDay, lastDay };
}

function specialDays(data: CalendarData, firstDay: number, lastDay: number): Map<number, readonly Period[]> {
  const byDay = new Map<number, readonly Period[]>();
  for (const special of data.special) {
    const day = dayNumber(special.date);
    const { date } = special;
    if (day < firstDay || day > lastDay)
      throw bad(data, `特殊日期 ${date} 不在 ${data.from} 至 ${data.to} 之内，请更正`);
    if (byDay.has(day)) throw bad(data, `特殊日期 ${date} 重复，请只保留一条`);
    byDay.set(day, periodsOf(data, special));
  }
  return byDay;
}

function periodsOf(data: CalendarData, { date, working, periods }: SpecialDay): readonly Period[] {
  if (working) return inOrder(data, periods ?? data.periods, `${date} 的工作时段`);
  if (periods) throw bad(data, `${date} 是休息日，不能有工作时段，请改为工作日或删除时段`);
  return dayOff;
}

function inOrder(data: CalendarData, periods: readonly Period[], what: string): readonly Period[] {
  if (periods.length === 0) throw bad(data, `${what}为空，请至少填写一段`);
  const sorted = periods.toSorted((a, b) => a[0] - b[0]);
  let free = 0;
  for (const [start, end] of sorted) {
    if (start >= end || end > 1440 || start < 0) throw bad(data, `${what}须在 00:00 至 24:00 之间且先开始后结束`);
    if (start < free) throw bad(data, `${what}互相重叠，请更正`);
    free = end;
  }
  return sorted;
}

function bad(data: CalendarData, why: string): Refusal {
  return new Refusal('conflict', `工作日历「${data.name}」${why}。`, {
    calendarId: data.id,
    calendarVersion: data.version,
  });
}
