import { type FieldName, fields } from '@hotline/shared/imports/fields';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import { alarmOf, type Fitted, kept } from './fit.ts';
import type { ReadTime } from './times.ts';

const names = ['receivedAt', 'sentAt', 'signedAt', 'repliedAt', 'dueAt', 'promisedDueAt'] as const;
type Moments = Record<(typeof names)[number], Instant | null>;

/**
 * The times of a row. One that the row can come in without and that cannot be read, or contradicts the others, is left
 * empty with an alarm. @throws Refusal where the time of the question or of the reply cannot be read
 */
export function moments(
  texts: ReadonlyMap<FieldName, string>,
  readTime: ReadTime,
  take: (fitted: Fitted) => void,
): Moments {
  const found: Partial<Record<(typeof names)[number], { at: Instant; isDateOnly: boolean }>> = {};
  for (const name of names) {
    const text = texts.get(name);
    if (text === undefined) continue;
    try {
      found[name] = readTime(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const why = (error.details as { why?: string } | undefined)?.why ?? 'unreadableTime';
      if ('required' in fields[name])
        throw new Refusal(error.code, `${fields[name].term}：${error.message}`, { why, field: name });
      take(kept(name, text, why, `${fields[name].term}「${text.slice(0, 40)}」读不出，已留空并记入备注`));
    }
  }
  const of = (name: keyof Moments) => found[name]?.at ?? null;
  const at: Moments = {
    ...{ receivedAt: of('receivedAt'), sentAt: of('sentAt'), signedAt: of('signedAt') },
    ...{ repliedAt: of('repliedAt'), dueAt: of('dueAt'), promisedDueAt: of('promisedDueAt') },
  };
  const dateOnly = (name: (typeof names)[number]) => found[name]?.isDateOnly ?? false;
  return consistent(at, dateOnly, texts, take);
}

function consistent(
  at: Moments,
  dateOnly: (name: (typeof names)[number]) => boolean,
  texts: ReadonlyMap<FieldName, string>,
  take: (fitted: Fitted) => void,
): Moments {
  const { receivedAt } = at;
  if (receivedAt === null) return at;
  const next = { ...at };
  // A day without its hour is the beginning of it: what happened later that same day is no contradiction.
  for (const name of ['sentAt', 'signedAt', 'repliedAt'] as const) {
    const own = next[name];
    if (own !== null && own < receivedAt && dateOnly(name) && within(own, receivedAt)) {
      next[name] = receivedAt;
      take({ alarm: alarmOf(name, 'dateOnly', `${fields[name].term}没有时刻，按诉求时间计`) });
    }
  }
  const leave = (name: (typeof names)[number], sentence: string) => {
    next[name] = null;
    take(kept(name, texts.get(name) ?? '', 'contradictory', `${fields[name].term}${sentence}，已留空并记入备注`));
  };
  if (next.sentAt !== null && next.sentAt < receivedAt) leave('sentAt', '早于诉求时间');
  const last = next.repliedAt;
  const sentAt = next.sentAt ?? receivedAt;
  if (next.signedAt !== null && (next.signedAt < sentAt || (last !== null && next.signedAt > last)))
    leave('signedAt', '不在派单与答复之间');
  // A due given as a day ends with that day.
  for (const name of ['dueAt', 'promisedDueAt'] as const) {
    const due = next[name];
    if (due === null) continue;
    if (dateOnly(name)) next[name] = new Date(Date.parse(due) + dayMs).toISOString();
    if ((next[name] ?? '') <= receivedAt) leave(name, '早于诉求时间');
  }
  return next;
}

const dayMs = 86_400_000;
const within = (day: Instant, at: Instant) => Date.parse(at) - Date.parse(day) < dayMs;
