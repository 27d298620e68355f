import type { Terms } from '../../catalog/terms.ts';
import { Refusal } from '../../refusal.ts';
import type { Calendar } from '../../time/calendar/calendar.ts';
import { type Countdown, inWords } from '../../time/countdown.ts';
import type { Instant } from '../../time/instant.ts';
import type { LimitUnit } from '../../time/limit.ts';
import { dueClock, dueWords } from '../../time/localText.ts';
import type { ClockFace, ClockName } from './clock.ts';

type ClockState = 'running' | 'dueToday' | 'overdue' | 'paused' | 'met' | 'metLate' | 'ended';
/** Words first; the tone only repeats in colour what the words say. */
export type Tone = 'normal' | 'soon' | 'urgent' | 'overdue' | 'paused' | 'done';
export type Lang = 'zh' | 'en';

export type ClockWords = {
  name: string;
  state: ClockState;
  tone: Tone;
  /** Of its state alone: «剩 1 工作日 3 小时». */
  words: string;
  /** With its name, as a badge says it: «办理 剩 1 工作日 3 小时», «已按时签收». */
  text: string;
};

/**
 * What each clock is called wherever it is shown: its due is 承诺时限, 办理时限 …, a late one 承诺超期, 办理超期 …. A citizen's
 * promise and a department's limit are both about an answer, so neither is 「答复时限」, and 「超期」 never stands without its clock.
 */
export const clockTerms: Terms<ClockName> = {
  promise: { zh: '承诺', en: 'Promise' },
  dispatching: { zh: '派单', en: 'Dispatch' },
  signing: { zh: '签收', en: 'Signing' },
  reply: { zh: '办理', en: 'Reply' },
  review: { zh: '审核', en: 'Review' },
  callback: { zh: '回访', en: 'Callback' },
  order: { zh: '督办', en: 'Order' },
  question: { zh: '征询', en: 'Question' },
};

/**
 * What a clock says at an instant, on every screen, page and print: its name, its state, and what is left or overdue in
 * its own unit, and that it is provisional where its due rests on days not announced yet. Without a calendar, or before its
 * first day, the plain time in the zone of `utcOffsetMinutes`.
 */
export function clockWords(
  clock: ClockFace,
  now: Instant,
  cal: Calendar | null,
  lang: Lang,
  utcOffsetMinutes = cal?.utcOffsetMinutes ?? 480,
): ClockWords {
  const name = clockTerms[clock.of][lang];
  const { state, tone, words: plain } = told(clock, now, cal, lang, utcOffsetMinutes);
  const isMarked = clock.provisional && state !== 'paused' && state !== 'ended';
  const words = isMarked ? said.provisional[lang](plain) : plain;
  // 「已按时签收」 names the clock itself.
  const isNamed = (state === 'met' || state === 'metLate') && words.includes(name);
  return { name, state, tone, words, text: isNamed ? words : `${name} ${words}` };
}

/**
 * The instant a clock runs out, in the zone of `utcOffsetMinutes`; that it is provisional where it is, and that it moves on
 * while the clock stands still.
 */
export function clockDue(
  { dueAt, provisional, pausedAt, stopped }: Pick<ClockFace, 'dueAt' | 'provisional'> & Partial<ClockFace>,
  utcOffsetMinutes: number,
  lang: Lang,
): string {
  const due = dueWords(dueAt, utcOffsetMinutes, lang);
  if (pausedAt && !stopped) return said.movingOn[lang](due);
  return provisional ? said.provisional[lang](due) : due;
}

type Told = Pick<ClockWords, 'state' | 'tone' | 'words'>;

function told(clock: ClockFace, now: Instant, cal: Calendar | null, lang: Lang, offset: number): Told {
  const { dueAt, stopped, unit } = clock;
  if (stopped && !stopped.isMet) return { state: 'ended', tone: 'normal', words: said.ended[lang] };
  if (stopped) {
    const done = doneTerms[clock.of][lang];
    return stopped.at < dueAt
      ? { state: 'met', tone: 'done', words: said.met[lang](done) }
      : { state: 'metLate', tone: 'overdue', words: said.metLate[lang](done) };
  }
  if (clock.pausedAt !== null) return { state: 'paused', tone: 'paused', words: said.paused[lang] };
  const left = measured(cal, now, dueAt, unit);
  if (!left) {
    const isLate = now >= dueAt;
    return {
      state: isLate ? 'overdue' : 'running',
      tone: isLate ? 'overdue' : 'normal',
      words: dueWords(dueAt, offset, lang),
    };
  }
  if (left.late) return { state: 'overdue', tone: 'overdue', words: said.overdue[lang](span(left, unit, lang)) };
  const isUrgent = left.workingDays === 0 && left.minutes <= urgentMinutes;
  if (left.dueToday && left.minutes > 60)
    return { state: 'dueToday', tone: isUrgent ? 'urgent' : 'soon', words: said.today[lang](dueClock(dueAt, offset)) };
  const isSoon = left.workingDays === 0 && left.minutes < minutesPerDay;
  const tone = isUrgent ? 'urgent' : isSoon ? 'soon' : 'normal';
  return { state: left.dueToday ? 'dueToday' : 'running', tone, words: said.left[lang](span(left, unit, lang)) };
}

const urgentMinutes = 4 * 60;
const minutesPerDay = 24 * 60;

/** `3 工作日`, `1 工作日 3 小时`, `2 天 5 小时`, `33 小时`, `25 分钟`: two units at most, whole hours above one hour. */
function span({ workingDays, minutes }: Countdown, unit: LimitUnit, lang: Lang): string {
  const days = unit === 'days' ? Math.floor(minutes / minutesPerDay) : workingDays;
  const left = unit === 'days' ? minutes - days * minutesPerDay : minutes;
  const hours = Math.floor(left / 60);
  const counted = (n: number, what: keyof typeof units) => `${n} ${units[what][lang](n)}`;
  const parts = [
    days > 0 ? counted(days, unit === 'days' ? 'day' : 'workingDay') : '',
    hours > 0 ? counted(hours, unit === 'workingHours' ? 'workingHour' : 'hour') : '',
    days === 0 && hours === 0 ? counted(left, 'minute') : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const units = {
  workingDay: { zh: () => '工作日', en: (n: number) => (n === 1 ? 'working day' : 'working days') },
  day: { zh: () => '天', en: (n: number) => (n === 1 ? 'day' : 'days') },
  workingHour: { zh: () => '工作小时', en: () => 'working h' },
  hour: { zh: () => '小时', en: () => 'h' },
  minute: { zh: () => '分钟', en: () => 'min' },
};

const said = {
  left: { zh: (time: string) => `剩 ${time}`, en: (time: string) => `${time} left` },
  overdue: { zh: (time: string) => `已超期 ${time}`, en: (time: string) => `overdue by ${time}` },
  today: { zh: (time: string) => `今日 ${time} 到期`, en: (time: string) => `due today ${time}` },
  paused: { zh: '已暂停', en: 'paused' },
  ended: { zh: '已终止', en: 'ended' },
  provisional: { zh: (words: string) => `${words}（暂定）`, en: (words: string) => `${words} (provisional)` },
  movingOn: { zh: (due: string) => `${due}（暂停中，将顺延）`, en: (due: string) => `${due} (paused, moves on)` },
  met: { zh: (done: string) => `已按时${done}`, en: (done: string) => `${done} in time` },
  metLate: { zh: (done: string) => `超期${done}`, en: (done: string) => `${done} late` },
};

/** What has happened when the clock was met. */
const doneTerms: Terms<ClockName> = {
  promise: { zh: '答复', en: 'Answered' },
  dispatching: { zh: '派单', en: 'Dispatched' },
  signing: { zh: '签收', en: 'Signed' },
  reply: { zh: '答复', en: 'Replied' },
  review: { zh: '审核', en: 'Reviewed' },
  callback: { zh: '回访', en: 'Called back' },
  order: { zh: '反馈', en: 'Answered' },
  question: { zh: '补充', en: 'Answered' },
};

/** Null before the calendar's first day: nothing is guessed there. Natural units need none. */
function measured(cal: Calendar | null, now: Instant, dueAt: Instant, unit: LimitUnit): Countdown | null {
  if (!cal) return null;
  try {
    return inWords(cal, now, dueAt, unit);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
