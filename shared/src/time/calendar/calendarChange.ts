import * as Type from 'typebox';
import { Refusal } from '../../refusal.ts';
import { object } from '../../schema.ts';
import { dateOfDay, dayNumber, LocalDate } from '../localDate.ts';
import { type Calendar, compileCalendar } from './calendar.ts';
import { type CalendarData, Periods, SpecialDay } from './calendarData.ts';

/** What an administrator changes in a calendar with one new version. */
export const CalendarChange = object({
  /** Days that are now unlike their weekday, or unlike what they were. */
  set: Type.Array(SpecialDay, { maxItems: 1000 }),
  /** Days that follow their weekday again. */
  clear: Type.Array(LocalDate, { maxItems: 1000 }),
  /** The periods of an ordinary working day; left out, they stay. */
  periods: Type.Optional(Periods),
});
export type CalendarChange = Type.Static<typeof CalendarChange>;

/**
 * The next version of a calendar. Its first and last day never move here: a calendar does not lose what it knew.
 * Refuses (`invalid`, `conflict`) a change that says nothing, names a day twice or outside the data, or leaves a month
 * without a working day.
 */
export function changedCalendar(data: CalendarData, { set, clear, periods }: CalendarChange): CalendarData {
  const named = [...set.map((s) => s.date), ...clear];
  const twice = named.find((date, i) => named.indexOf(date) !== i);
  if (twice) throw new Refusal('invalid', `日期 ${twice} 出现了两次，请只保留一条。`);
  for (const date of named) {
    dayNumber(date);
    if (date < data.from || date > data.to)
      throw new Refusal('invalid', `日期 ${date} 不在日历 ${data.from} 至 ${data.to} 之内，请先导入该年的工作日历。`);
  }
  const gone = new Set(named);
  const special = inOrder([...data.special.filter((s) => !gone.has(s.date)), ...set]);
  return nextVersion(data, { special, periods: periods ?? data.periods });
}

/**
 * The next version with a year's announced days in place of what was known of that year; a day of the year before that
 * the same announcement names is taken along. Refuses a year that would leave a hole before or after it.
 */
export function withYear(data: CalendarData, year: number, days: readonly SpecialDay[]): CalendarData {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const nextAfter = dateOfDay(dayNumber(data.to) + 1);
  const lastBefore = dateOfDay(dayNumber(data.from) - 1);
  if (first > nextAfter)
    throw new Refusal(
      'conflict',
      `日历目前到 ${data.to}，导入 ${year} 年会在中间留下空缺，请先导入 ${nextAfter.slice(0, 4)} 年的工作日历。`,
    );
  if (last < lastBefore)
    throw new Refusal(
      'conflict',
      `日历从 ${data.from} 开始，导入 ${year} 年会在中间留下空缺，请先导入 ${lastBefore.slice(0, 4)} 年的工作日历。`,
    );
  if (!days.some((d) => !d.working && isIn(d.date, first, last)))
    throw new Refusal('invalid', `没有一条 ${year} 年的放假安排，请核对粘贴的内容和年份。`);
  const elsewhere = days.find((d) => !isIn(d.date, `${year - 1}-12-01`, last));
  if (elsewhere) throw new Refusal('invalid', `日期 ${elsewhere.date} 不属于 ${year} 年，请核对年份。`);
  const named = new Set(days.map((d) => d.date));
  const kept = data.special.filter((s) => !named.has(s.date) && !isIn(s.date, first, last));
  const [from = first] = [first, data.from].sort();
  const [, to = last] = [last, data.to].sort();
  return nextVersion(data, { from, to, special: inOrder([...kept, ...days.filter((d) => d.date >= from)]) });
}

/** How two versions of a calendar differ, day by day, in order of date. */
export function calendarDifference(before: CalendarData, after: CalendarData): DayDifference[] {
  const was = new Map(before.special.map((s) => [s.date, s]));
  const is = new Map(after.special.map((s) => [s.date, s]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((date) => ({ date, before: was.get(date) ?? null, after: is.get(date) ?? null }))
    .filter((d) => JSON.stringify(d.before) !== JSON.stringify(d.after));
}
export type DayDifference = { date: LocalDate; before: SpecialDay | null; after: SpecialDay | null };

function nextVersion(data: CalendarData, change: Partial<CalendarData>): CalendarData {
  const next = { ...data, ...change };
  const isSame = (['from', 'to', 'periods', 'special'] as const).every(
    (key) => JSON.stringify(next[key]) === JSON.stringify(data[key]),
  );
  if (isSame) throw new Refusal('invalid', '与现行日历相同，没有需要保存的更改。');
  next.version = data.version + 1;
  refuseIdleMonth(compileCalendar(next), next.name);
  return next;
}

/** A whole month off is a mistake of typing or of a file, and would silently lengthen every clock. */
function refuseIdleMonth(cal: Calendar, name: string): void {
  let month = '';
  let worked = true;
  for (let day = cal.firstDay; day <= cal.lastDay + 1; day++) {
    const its = dateOfDay(day).slice(0, 7);
    if (its !== month) {
      if (!worked && isWholeMonth(cal, month))
        throw new Refusal(
          'conflict',
          `工作日历「${name}」${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月没有任何工作日，请检查放假安排后重新保存。`,
        );
      month = its;
      worked = false;
    }
    if ((cal.periods[day - cal.firstDay] ?? []).length > 0) worked = true;
  }
}

/** A month of which the calendar knows every day. */
const isWholeMonth = (cal: Calendar, month: string) => dayNumber(`${month}-01`) >= cal.firstDay;
const isIn = (date: string, first: string, last: string) => date >= first && date <= last;
const inOrder = (days: readonly SpecialDay[]) => days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
