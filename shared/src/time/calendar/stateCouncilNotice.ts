import { dateOfDay, dayMs, weekday } from '../localDate.ts';
import type { SpecialDay } from './calendarData.ts';

/** What was read of a list of days: the days, and for each line that could not be read what to do about it. */
export type ReadDays = { days: SpecialDay[]; errors: LineError[] };
export type LineError = { line: number; text: string; message: string };

/**
 * Reads the list of a State Council notice (国务院办公厅关于……部分节假日安排的通知) as it stands on the web:
 * 「一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」 The weekdays and the number of days that the
 * notice itself gives are held against the dates: the wrong year, or a line lost in copying, is found there.
 */
export function readNotice(text: string, year: number): ReadDays {
  const read: ReadDays = { days: [], errors: [] };
  let name = '';
  for (const [i, line] of text.split('\n').entries()) {
    for (const sentence of line.split('。')) {
      const title = /(?:^|\s)[(（]?[一二三四五六七八九十]+[)）]?[、.．]\s*([^：:，,]{1,20})[：:]/.exec(sentence);
      if (title?.[1]) name = title[1].trim();
      if (!/\d\s*日/.test(sentence) || !/放假|补休|休息|上班/.test(sentence)) continue;
      const said = title ? sentence.slice(title.index + title[0].length) : sentence;
      const found = readSentence(said, year, name);
      if (typeof found === 'string')
        read.errors.push({ line: i + 1, text: sentence.trim().slice(0, 200), message: found });
      else read.days.push(...found);
    }
  }
  const twice = read.days.find((d, i) => read.days.findIndex((other) => other.date === d.date) !== i);
  if (twice)
    read.errors.push({ line: 1, text: twice.date, message: `日期「${twice.date}」出现了两次，请核对通知原文。` });
  if (read.days.length === 0 && read.errors.length === 0)
    read.errors.push({
      line: 1,
      text: '',
      message: '没有读到放假或上班的日期，请粘贴通知中「一、元旦：……」各条全文。',
    });
  return { days: read.days.sort((a, b) => (a.date < b.date ? -1 : 1)), errors: read.errors };
}

const token =
  /(?:(\d{4})\s*年\s*)?(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日((?:\s*[（(][^）)]*[）)])?)|(至|到|[-—–~～]+)|(放假|补休|休息|上班)|共\s*(\d+)\s*天/g;
const weekdays = '日一二三四五六';

/** Dates gather until a word says what they are. A sentence that cannot be read gives what to do about it. */
function readSentence(sentence: string, year: number, name: string): SpecialDay[] | string {
  const days: SpecialDay[] = [];
  let pending: number[] = [];
  let range = false;
  let [y, m] = [year, 0];
  let off = 0;
  for (const [, ofYear, month, day, brackets, to, what, count] of sentence.matchAll(token)) {
    if (day) {
      if (month && !ofYear) {
        // «12月31日至1月2日» runs into the next year.
        if (range && Number(month) < m) y += 1;
        m = Number(month);
      } else if (month) m = Number(month);
      if (ofYear) y = Number(ofYear);
      const at = Date.UTC(y, m - 1, Number(day)) / dayMs;
      if (m === 0 || !isDay(at, y, m, Number(day))) return `日期「${m} 月 ${day} 日」不存在，请核对通知原文。`;
      const said = /(?:周|星期)([日一二三四五六天])/.exec(brackets ?? '')?.[1]?.replace('天', '日');
      if (said && weekdays[weekday(at)] !== said)
        return `${dateOfDay(at)} 是周${weekdays[weekday(at)]}，通知里写的是周${said}，请核对年份。`;
      const first = pending.at(-1);
      if (range && first !== undefined) for (let n = first + 1; n <= at; n++) pending.push(n);
      else pending.push(at);
      range = false;
    } else if (to) range = pending.length > 0;
    else if (what) {
      const working = what === '上班';
      if (!working) off = pending.length;
      days.push(...pending.map((n) => ({ date: dateOfDay(n), working, name })));
      pending = [];
    } else if (count && off > 0 && Number(count) !== off)
      return `通知写明共 ${count} 天，读到的是 ${off} 天，请核对通知原文。`;
  }
  return pending.length > 0 ? '有日期没有写明放假还是上班，请核对通知原文。' : days;
}

const isDay = (at: number, y: number, m: number, d: number) => {
  const date = new Date(at * dayMs);
  return date.getUTCFullYear() === y && date.getUTCMonth() + 1 === m && date.getUTCDate() === d;
};
