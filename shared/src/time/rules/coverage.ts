import { Refusal } from '../../refusal.ts';
import { announced, type Calendar } from '../calendar/calendar.ts';
import { deadline } from '../deadline.ts';
import { type Instant, toInstant, toMs } from '../instant.ts';
import { dateOfDay, type LocalDate, localDayNumber, startOfDayMs } from '../localDate.ts';
import { dispatchDeadlines, promiseDeadline } from './ruleDeadlines.ts';
import type { DeadlineRule, RuleSet } from './rules.ts';

/** So many days before the announced days end those who answer for the clocks are told, and what is provisional then. */
export const provisionalNoticeDays = 60;

/** From this day on one of the clocks of what falls under the rule is provisional. */
export type ProvisionalRule = { ruleId: string; ruleName: string; from: LocalDate };

/**
 * For each rule the first day, from `at` on, on which its clocks would run beyond the announced days and be provisional; the
 * soonest first. Said ahead of time, so that next year's calendar is imported before.
 */
export function provisionalRules(calendar: Calendar, rules: readonly DeadlineRule[], at: Instant): ProvisionalRule[] {
  const cal = announced(calendar);
  const today = localDayNumber(toMs(at), cal.utcOffsetMinutes);
  return rules
    .flatMap((rule) => {
      const day = firstRefused(cal, rule, today);
      return day === null ? [] : [{ ruleId: rule.id, ruleName: rule.name, from: dateOfDay(day) }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Later starts end later: the first that the announced days refuse is found by halving. Null: the rule never asks the calendar. */
function firstRefused(cal: Calendar, rule: DeadlineRule, today: number): number | null {
  const refuses = (day: number) => isRefused(cal, rule, day);
  if (refuses(today)) return today;
  let [good, bad] = [today, Math.max(today, cal.lastDay) + 1];
  if (!refuses(bad)) return null;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (refuses(middle)) bad = middle;
    else good = middle;
  }
  return bad;
}

/** Asked of the last instant of the day, through the very functions that set the clocks. */
function isRefused(cal: Calendar, rule: DeadlineRule, day: number): boolean {
  const at = toInstant(startOfDayMs(day + 1, cal.utcOffsetMinutes) - 1);
  const only: RuleSet = { id: rule.id, version: 1, rules: [{ ...rule, match: {} }] };
  try {
    promiseDeadline(cal, only, at, anything);
    for (const roundKind of ['first', 'rework'] as const) dispatchDeadlines(cal, only, at, anything, roundKind);
    deadline(cal, at, rule.reviewLimit);
    deadline(cal, at, { amount: rule.callbackPolicy.capDays, unit: 'workingDays' });
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

const anything = { kind: '', service: '', urgency: '', channel: '', categoryPath: [], departmentPath: null };
