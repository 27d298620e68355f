import { dateOfDay, dayNumber, weekday } from '../localDate.ts';
import type { Period, SpecialDay } from './calendarData.ts';
import { type LineError, type ReadDays, readNotice } from './stateCouncilNotice.ts';

/**
 * Reads a year's days as they come: the State Council's notice as text, or rows `date,isWorkday,name` (comma or tab, with
 * or without a heading, in any order of columns; `weekday` is ignored, `periods` as `08:00-12:00 14:00-17:30`). Days that
 * only repeat what their weekday says are left out; a list of the whole year must be whole. `standard`: the periods of an
 * ordinary working day.
 */
export function readDayList(text: string, year: number, standard: readonly Period[] = officeHours): ReadDays {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r', '');
  return /放假|补休|公休|休息|上班/.test(plain) &&
    /[\d０-９]\s*月\s*[\d０-９]/.test(plain) &&
    !/^\d{4}[-/.]/m.test(plain)
    ? readNotice(plain, year, standard)
    : readRows(plain, year);
}

function readRows(text: string, year: number): ReadDays {
  const errors: LineError[] = [];
  const days = new Map<string, SpecialDay>();
  let columns = ['date', 'working', 'name', 'periods'];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = cellsOf(line);
    const titles = cells.map((c) => headings[c.toLowerCase().replace(/[\s_-]/g, '')]);
    if (titles.includes('date')) {
      columns = titles.map((t) => t ?? '');
      continue;
    }
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const read = dayOf(cell, year, days);
    if (typeof read === 'string') errors.push({ line: i + 1, text: line.slice(0, 200), message: read });
    else days.set(read.date, read);
  }
  if (days.size === 0 && errors.length === 0)
    errors.push({ line: 1, text: '', message: '没有可以读取的内容，请粘贴「日期,是否工作日,名称」或放假通知全文。' });
  if (days.size >= wholeYear) errors.push(...missingDays(days, year));
  return {
    days: [...days.values()].filter(saysSomething).sort((a, b) => (a.date < b.date ? -1 : 1)),
    errors,
    unused: [],
    missing: [],
  };
}

/** 08:00–12:00, 14:00–18:00: of which a half day keeps one part, where no calendar is asked. */
const officeHours: readonly Period[] = [
  [480, 720],
  [840, 1080],
];

/** From so many rows on a list is meant to be of every day of the year. */
const wholeYear = 200;

const headings: Readonly<Record<string, string>> = {
  ...{ date: 'date', day: 'date', 日期: 'date' },
  ...{ isworkday: 'working', working: 'working', workday: 'working', 是否工作日: 'working', 工作日: 'working' },
  ...{ name: 'name', holiday: 'name', 名称: 'name', 节日: 'name', 说明: 'name' },
  ...{ periods: 'periods', 时段: 'periods', 工作时段: 'periods' },
};
const yes = new Set(['1', 'true', 'yes', 'y', '是', '班', '上班', '工作', '工作日', '调休上班']);
const no = new Set(['0', 'false', 'no', 'n', '否', '休', '放假', '休息', '休息日', '节假日']);

function dayOf(cell: (name: string) => string, year: number, known: ReadonlyMap<string, SpecialDay>) {
  const [, y, m, d] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/.exec(cell('date')) ?? [];
  if (!y || !m || !d) return `日期「${cell('date').slice(0, 40)}」无法识别，请按 ${year}-01-01 的格式填写。`;
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!exists(date)) return `日期「${date}」不存在，请更正。`;
  if (Number(y) !== year) return `日期「${date}」不属于 ${year} 年，请核对所选年份。`;
  if (known.has(date)) return `日期「${date}」重复，请只保留一行。`;
  const word = cell('working').toLowerCase();
  if (!yes.has(word) && !no.has(word))
    return `「${cell('working').slice(0, 20)}」不是「是否工作日」，请填写 1（上班）或 0（放假）。`;
  const day = { date, working: yes.has(word), name: cell('name').slice(0, 100) };
  if (cell('periods') === '') return day;
  if (!day.working) return '放假的日子不能有工作时段，请删去时段或改为上班。';
  const periods = readPeriods(cell('periods'));
  return periods
    ? { ...day, periods }
    : `时段「${cell('periods').slice(0, 40)}」无法识别，请按 08:00-12:00 的格式填写。`;
}

/** `08:00-12:00 14:00-17:30` as minutes of the day; null where it cannot be read. */
export function readPeriods(text: string): Period[] | null {
  const parts = text.trim().split(/[\s,，;；、]+/);
  const periods = parts.map((part): Period | null => {
    const [, h1, m1, h2, m2] = /^(\d{1,2})[:：](\d{2})\s*[-–—~～至]\s*(\d{1,2})[:：](\d{2})$/.exec(part) ?? [];
    const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
    return h1 && Number(m1) < 60 && Number(m2) < 60 && from < to && to <= 1440 ? [from, to] : null;
  });
  const good = periods.filter((p) => p !== null).sort((a, b) => a[0] - b[0]);
  const overlaps = good.some(([from], i) => i > 0 && from < (good[i - 1]?.[1] ?? 0));
  return good.length === parts.length && !overlaps ? good : null;
}

/** `08:00-12:00 14:00-17:30` */
export const periodsInWords = (periods: readonly Period[]) =>
  periods.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(' ');

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** RFC 4180 as far as one line goes; a paste from a spreadsheet has tabs. */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((c) => c.trim());
  const cells = [...line.matchAll(/(?:^|[,，;])(?:"((?:[^"]|"")*)"|([^,，;]*))/g)];
  return cells.map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')).trim());
}

function missingDays(days: ReadonlyMap<string, SpecialDay>, year: number): LineError[] {
  const errors: LineError[] = [];
  for (let n = dayNumber(`${year}-01-01`); n <= dayNumber(`${year}-12-31`); n++) {
    const date = dateOfDay(n);
    if (!days.has(date)) errors.push({ line: 1, text: date, message: `全年名单缺少 ${date}，请补上这一天。` });
  }
  return errors;
}

const saysSomething = ({ date, working, name, periods }: SpecialDay) => {
  const weekend = weekday(dayNumber(date)) % 6 === 0;
  return working === weekend || periods !== undefined || (!working && name !== '' && !/^(周末|休息日?)$/.test(name));
};

function exists(date: string): boolean {
  const day = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === date;
}
