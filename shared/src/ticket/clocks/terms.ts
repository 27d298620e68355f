import type { Case } from '../model/case.ts';
import type { Moment } from '../verb.ts';
import type { Clock, ClockName } from './clock.ts';
import { started } from './counting.ts';
import { ruleFor } from './subject.ts';

// Clocks that start now and run for the matter as a whole. All refuse (`conflict`) without a rule or calendar data.

/** How long the centre may take to review: a lead's reply by its department's rule, a citizen's word by the matter's. */
export function reviewClock(c: Case, m: Moment, departmentId?: string): Clock {
  const { rule, kept } = ruleFor(c.ticket, m, departmentId);
  return now('review', rule.reviewLimit, kept, m);
}

/** Until when callbacks are made; then the clock closes what is left. Counted anew when they can begin anew. */
export function callbackClock(c: Case, m: Moment, departmentId?: string): Clock {
  const { rule, kept } = ruleFor(c.ticket, m, departmentId);
  return now('callback', { amount: rule.callbackPolicy.capDays, unit: 'workingDays' }, kept, m);
}

/** A citizen rated what nobody owed him a call about: due and done at once. */
export const unasked = (m: Moment): Clock => now('callback', { amount: 0, unit: 'minutes' }, null, m);

/** How long a question to the citizen may hold clocks up. */
export function questionClock(c: Case, m: Moment): Clock {
  const { rule, kept } = ruleFor(c.ticket, m);
  return now('question', { amount: rule.maxQuestionDays, unit: 'workingDays' }, kept, m);
}

/** A supervision order's, of as many working days as whoever gives it says. */
export const orderClock = (days: number, m: Moment): Clock =>
  now('order', { amount: days, unit: 'workingDays' }, null, m);

const now = (of: ClockName, limit: Clock['limits'][number], rule: Clock['rule'], m: Moment) =>
  started({ of, startedAt: m.at, limits: [limit], rule }, m.calendar);
