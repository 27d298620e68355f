import type { Period, SpecialDay } from './calendarData.ts';
import { readSentence } from './noticeSentence.ts';

/**
 * What was read of a list of days: the days, for each line that could not be read what to do about it, the sentences of a
 * notice that say nothing about days as far as can be told (for a person to look through), and the festivals of the year
 * that it does not name.
 */
export type ReadDays = {
  days: SpecialDay[];
  errors: LineError[];
  unused: { line: number; text: string }[];
  missing: string[];
};
export type LineError = { line: number; text: string; message: string };

/**
 * Reads the list of a State Council notice (国务院办公厅关于……部分节假日安排的通知) as it stands on the web:
 * 「一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。」 Every sentence is used, refused, or listed as
 * unused. The weekdays and the number of days that the notice itself gives are held against the dates: the wrong year, or
 * a line lost in copying, is found there. `standard`: the periods of an ordinary day, of which a half day keeps one part.
 */
export function readNotice(text: string, year: number, standard: readonly Period[]): ReadDays {
  const read: ReadDays = { days: [], errors: [], unused: [], missing: [] };
  let name = '';
  for (const [i, line] of plainOf(text).split('\n').entries()) {
    for (const sentence of line.split(/[。；;]/)) {
      const title = /(?:^|\s)[(（]?[一二三四五六七八九十]+[)）]?[、.．]\s*([^：:，,]{1,20})[：:]/.exec(sentence);
      if (title?.[1]) name = title[1].trim();
      const said = title ? sentence.slice(title.index + title[0].length) : sentence;
      if (sentence.trim() === '' || (title && said.trim() === '')) continue;
      const found = saysDays(sentence) ? readSentence(said, { year, name, standard }) : [];
      const told = { line: i + 1, text: sentence.trim().slice(0, 200) };
      if (typeof found === 'string') read.errors.push({ ...told, message: found });
      else if (found.length === 0) read.unused.push(told);
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
  const names = read.days.map((d) => d.name).join();
  return {
    ...read,
    days: read.days.sort((a, b) => (a.date < b.date ? -1 : 1)),
    missing: festivals.filter((festival) => !names.includes(festival.replace('节', ''))),
  };
}

/** 全国年节及纪念日放假办法 art. 2: the seven that every year's notice arranges. */
const festivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

const saysDays = (sentence: string) => /\d\s*日/.test(sentence) && /放假|补休|公休|休息|上班/.test(sentence);

/** Digits and waves as one types them, whatever form they came in. */
const plainOf = (text: string) =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〜∼～]/g, '~')
    .replace(/[\u00A0\u3000]/g, ' ');
