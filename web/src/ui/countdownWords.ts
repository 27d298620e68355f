import type { Calendar } from '@hotline/shared/time/calendar/calendar';
import { type Countdown, inWords } from '@hotline/shared/time/countdown';
import type { LimitUnit } from '@hotline/shared/time/limit';
import { type Lang, translate } from '../text/translate.ts';
import { dueClock, dueWords } from './localTime.ts';

/** Words first; the tone only repeats in colour what the words say. */
export type Tone = 'normal' | 'soon' | 'urgent' | 'overdue' | 'paused' | 'done';
export type CountdownText = { words: string; tone: Tone };

const urgentMinutes = 4 * 60;

/** «剩 1 工作日 3 小时», «今日 17:30 到期», «已超期 2 小时»; without a calendar the plain time. */
export function countdownWords(
  calendar: Calendar | null,
  nowIso: string,
  dueAt: string,
  lang: Lang,
  unit: LimitUnit = 'workingDays',
): CountdownText {
  const left = measured(calendar, nowIso, dueAt, unit);
  const offset = calendar?.utcOffsetMinutes ?? 480;
  if (!left) return { words: dueWords(dueAt, offset, lang), tone: nowIso >= dueAt ? 'overdue' : 'normal' };
  if (left.late) return { words: translate(lang, 'countdown.late', { span: span(left, lang) }), tone: 'overdue' };
  const urgent = left.workingDays === 0 && left.minutes <= urgentMinutes;
  if (left.dueToday && left.minutes > 60) {
    return {
      words: translate(lang, 'countdown.today', { time: dueClock(dueAt, offset) }),
      tone: urgent ? 'urgent' : 'soon',
    };
  }
  const tone = urgent ? 'urgent' : left.workingDays === 0 ? 'soon' : 'normal';
  return { words: translate(lang, 'countdown.left', { span: span(left, lang) }), tone };
}

/** `3 工作日`, `1 工作日 3 小时`, `25 分钟`: two units at most, whole hours above one hour. */
function span({ workingDays, minutes }: Countdown, lang: Lang): string {
  const hours = Math.floor(minutes / 60);
  const parts = [
    workingDays > 0 ? translate(lang, workingDays === 1 ? 'countdown.day' : 'countdown.days', { n: workingDays }) : '',
    hours > 0 ? translate(lang, 'countdown.hours', { n: hours }) : '',
    workingDays === 0 && hours === 0 ? translate(lang, 'countdown.minutes', { n: minutes }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function measured(calendar: Calendar | null, now: string, dueAt: string, unit: LimitUnit): Countdown | null {
  try {
    return calendar && inWords(calendar, now, dueAt, unit);
  } catch {
    // A day without calendar data is refused there, never guessed.
    return null;
  }
}
