import { Refusal } from '../../refusal.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type Instant, toMs } from '../instant.ts';
import { isInDays, type Limit } from '../limit.ts';
import { dateOfDay, type LocalDate, localDayNumber } from '../localDate.ts';
import { type Condition, explainMatch, type Subject } from './matchRule.ts';
import { type DispatchDeadlines, dispatchDeadlines, type PromiseDeadlines, promiseDeadline } from './ruleDeadlines.ts';
import type { DeadlineRule, RuleSet } from './rules.ts';

/** One rule of the list as the tester shows it. Rules after the one that applies were not asked. */
type RuleVerdict = {
  index: number;
  rule: DeadlineRule;
  verdict: 'applies' | 'failed' | 'notAsked';
  failed: readonly Condition[];
};

/** «哪条规则适用于此件，为什么»: rule by rule for the promise (without department) and for the dispatch, and what follows. */
export type Trial = {
  promise: { rules: RuleVerdict[]; clocks: PromiseDeadlines | Refusal };
  dispatch: { rules: RuleVerdict[]; clocks: DispatchDeadlines | Refusal } | null;
};

/** `at` is when the appeal is received and dispatched. Without a department in `subject` only the promise is tried. */
export function tryRules(cal: Calendar, rules: RuleSet, subject: Subject, at: Instant): Trial {
  const without = { ...subject, departmentPath: null };
  return {
    promise: { rules: verdicts(rules, without), clocks: orRefusal(() => promiseDeadline(cal, rules, at, subject)) },
    dispatch:
      subject.departmentPath === null
        ? null
        : { rules: verdicts(rules, subject), clocks: orRefusal(() => dispatchDeadlines(cal, rules, at, subject)) },
  };
}

/** The days between `from` and `dueAt` as they are counted: the first is not, days off are not. */
export type CountedDay = { date: LocalDate; counted: number | null; worked: boolean };

/** Day by day from the day of `from` to the day `dueAt` belongs to; empty beyond the calendar's data. */
export function countedDays(cal: Calendar, from: Instant, dueAt: Instant, limit: Limit): CountedDay[] {
  const first = localDayNumber(toMs(from), cal.utcOffsetMinutes);
  const last = localDayNumber(toMs(dueAt) - 1, cal.utcOffsetMinutes);
  if (first < cal.firstDay || last > cal.lastDay || last < first) return [];
  const days: CountedDay[] = [];
  let counted = 0;
  for (let day = first; day <= last; day++) {
    const worked = (cal.periods[day - cal.firstDay] ?? []).length > 0;
    const counts = day > first && isInDays(limit) && (limit.unit === 'days' || worked);
    if (counts) counted++;
    days.push({ date: dateOfDay(day), counted: counts ? counted : null, worked });
  }
  return days;
}

function verdicts(rules: RuleSet, subject: Subject): RuleVerdict[] {
  const asked = explainMatch(rules, subject);
  return rules.rules.map((rule, index) => {
    const its = asked[index];
    if (!its) return { index, rule, verdict: 'notAsked', failed: [] };
    return { index, rule, verdict: its.failed.length === 0 ? 'applies' : 'failed', failed: its.failed };
  });
}

function orRefusal<T>(run: () => T): T | Refusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
