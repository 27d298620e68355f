import { dateOfDay, dayMs, weekday } from '../localDate.ts';
import type { Period, SpecialDay } from './calendarData.ts';

type Given = { readonly year: number; readonly name: string; readonly standard: readonly Period[] };

/**
 * The days of one sentence of a notice: dates gather until a word says what they are. Where it cannot be read, what to do
 * about it. `1月1日起放假3天` counts on from its day; `2月5日下午放假` leaves the morning.
 */
export function readSentence(sentence: string, { year, name, standard }: Given): SpecialDay[] | string {
  const days: SpecialDay[] = [];
  let pending: number[] = [];
  let range = false;
  let half = '';
  let isFrom = false;
  let [y, m] = [year, 0];
  let off = 0;
  for (const found of sentence.matchAll(token)) {
    const { ofYear, month, day, brackets, from, to, part, what, count } = found.groups ?? {};
    if (day) {
      // «12月31日至1月2日» runs into the next year.
      if (month && !ofYear && range && Number(month) < m) y += 1;
      if (month) m = Number(month);
      if (ofYear) y = Number(ofYear);
      const at = Date.UTC(y, m - 1, Number(day)) / dayMs;
      if (m === 0 || !isDay(at, y, m, Number(day))) return `日期「${m} 月 ${day} 日」不存在，请核对通知原文。`;
      const said = /(?:周|星期)([日一二三四五六天])/.exec(brackets ?? '')?.[1]?.replace('天', '日');
      if (said && weekdays[weekday(at)] !== said)
        return `${dateOfDay(at)} 是周${weekdays[weekday(at)]}，通知里写的是周${said}，请核对年份和日期。`;
      const first = pending.at(-1);
      if (range && first !== undefined) for (let n = first + 1; n <= at; n++) pending.push(n);
      else pending.push(at);
      range = false;
      isFrom = from !== undefined;
    } else if (to) range = pending.length > 0;
    else if (part) half = part;
    else if (what) {
      if (isFrom) {
        const [, long] = /^[^\d。]*?(\d{1,2})\s*天/.exec(sentence.slice(found.index)) ?? [];
        const first = pending.at(-1);
        if (!long || first === undefined) return '写了「起」，没有写明放假几天，请核对通知原文。';
        for (let n = 1; n < Number(long); n++) pending.push(first + n);
      }
      const working = what === '上班';
      if (!working) off = half ? 0 : pending.length;
      const isMorningWorked = half === (working ? '上午' : '下午');
      const kept = half ? standard.filter(([start]) => start < noon === isMorningWorked) : [];
      if (half && kept.length === 0) return `标准工作时段里没有${half}以外的时段，请先核对工作时段。`;
      days.push(
        ...pending.map((n) => ({
          date: dateOfDay(n),
          working: working || half !== '',
          name,
          ...(half ? { periods: [...kept] } : {}),
        })),
      );
      [pending, half, isFrom] = [[], '', false];
    } else if (count && off > 0 && Number(count) !== off)
      return `通知写明共 ${count} 天，读到的是 ${off} 天，请核对通知原文。`;
  }
  if (/半天/.test(sentence) && !days.some((d) => d.periods))
    return '写了「半天」，没有写明上午还是下午，请核对通知原文。';
  return pending.length > 0 ? '有日期没有写明放假还是上班，请核对通知原文。' : days;
}

const token =
  /(?:(?<ofYear>\d{4})\s*年\s*)?(?:(?<month>\d{1,2})\s*月\s*)?(?<day>\d{1,2})\s*日(?<brackets>(?:\s*[（(][^）)]*[）)])?)\s*(?<from>起)?|(?<to>至|到|[-—–~]+)|(?<part>上午|下午)|(?<what>放假|补休|公休|休息|上班)|共\s*(?<count>\d+)\s*天/g;
const weekdays = '日一二三四五六';
const noon = 720;

const isDay = (at: number, y: number, m: number, d: number) => {
  const date = new Date(at * dayMs);
  return date.getUTCFullYear() === y && date.getUTCMonth() + 1 === m && date.getUTCDate() === d;
};
