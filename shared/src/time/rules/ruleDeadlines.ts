import type { Calendar } from '../calendar/calendar.ts';
import { deadline, extend } from '../deadline.ts';
import type { Instant } from '../instant.ts';
import type { Limit } from '../limit.ts';
import { returnDue, yellowAt } from '../milestones.ts';
import { matchRule, type Subject } from './matchRule.ts';
import type { DeadlineRule, RuleSet } from './rules.ts';

/** By which rule and calendar something was computed: frozen with the result, never looked up again. */
type Basis = {
  ruleSetId: string;
  ruleId: string;
  ruleVersion: number;
  calendarId: string;
  calendarVersion: number;
};

/** The clocks of an appeal. `limit` tells how a pause shifts the promise. */
export type PromiseDeadlines = Basis & { limit: Limit; promisedDueAt: Instant; dispatchDueAt: Instant };

/** The clocks of one department's dispatch. None ends after `dueAt`. */
export type DispatchDeadlines = Basis & {
  limit: Limit;
  signDueAt: Instant;
  dueAt: Instant;
  yellowAt: Instant;
  returnDueAt: Instant;
};

/**
 * What a citizen is promised, and until when the centre must have dispatched, both from `receivedAt`. Matched without
 * department, so that it does not depend on who handles it. Refuses (`conflict`) without a rule or calendar data.
 */
export function promiseDeadline(
  cal: Calendar,
  ruleSet: RuleSet,
  receivedAt: Instant,
  subject: Subject,
): PromiseDeadlines {
  const { rule } = matchRule(ruleSet, { ...subject, departmentPath: null });
  return {
    ...basis(cal, ruleSet, rule),
    ...promise(cal, receivedAt, rule),
    dispatchDueAt: deadline(cal, receivedAt, rule.dispatchLimit),
  };
}

/**
 * The clocks of a dispatch, from `sentAt`: the reply limit, or from the second round on (`'rework'`) the rework limit.
 * Refuses (`conflict`) without a rule or calendar data.
 */
export function dispatchDeadlines(
  cal: Calendar,
  ruleSet: RuleSet,
  sentAt: Instant,
  subject: Subject,
  roundKind: 'first' | 'rework' = 'first',
): DispatchDeadlines {
  const { rule } = matchRule(ruleSet, subject);
  const limit = roundKind === 'rework' ? rule.reworkLimit : rule.replyLimit;
  const dueAt = deadline(cal, sentAt, limit);
  const returnAt = rule.returnLimit ? deadline(cal, sentAt, rule.returnLimit) : returnDue(cal, sentAt, limit);
  return {
    ...basis(cal, ruleSet, rule),
    limit,
    signDueAt: notAfter(dueAt, deadline(cal, sentAt, rule.signLimit)),
    dueAt,
    yellowAt: yellowAt(cal, sentAt, dueAt, limit),
    returnDueAt: notAfter(dueAt, returnAt),
  };
}

function basis(cal: Calendar, ruleSet: RuleSet, rule: DeadlineRule): Basis {
  return {
    ruleSetId: ruleSet.id,
    ruleId: rule.id,
    ruleVersion: ruleSet.version,
    calendarId: cal.id,
    calendarVersion: cal.version,
  };
}

/** What the citizen is promised: the rule's own limit, or the department's and a working day (an hour) more. */
export function promiseLimits({ promiseLimit, replyLimit }: DeadlineRule): Limit[] {
  if (promiseLimit) return [promiseLimit];
  const { amount, unit } = replyLimit;
  // Natural days and one working day are no single limit: the day is added to the due.
  if (unit === 'days') return [replyLimit, { amount: 1, unit: 'workingDays' }];
  return [{ amount: amount + (unit === 'minutes' ? 60 : 1), unit }];
}

function promise(cal: Calendar, from: Instant, rule: DeadlineRule): { limit: Limit; promisedDueAt: Instant } {
  const [limit, more] = promiseLimits(rule);
  if (!limit) throw new Error(`rule ${rule.id} promises nothing`);
  const dueAt = deadline(cal, from, limit);
  return { limit, promisedDueAt: more ? extend(cal, dueAt, more.amount, 'workingDays') : dueAt };
}

function notAfter(dueAt: Instant, at: Instant): Instant {
  return at < dueAt ? at : dueAt;
}
