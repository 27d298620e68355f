import type { Instant } from '../../time/instant.ts';
import { promiseLimits } from '../../time/rules/ruleDeadlines.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import { type Clock, isRunning } from './clock.ts';
import { started } from './counting.ts';
import { ruleFor } from './subject.ts';

type Matter = Pick<Ticket, 'kind' | 'service' | 'urgency' | 'channel' | 'categoryId'>;

/** The promise by the rules in force, counted from when the appeal was received; never from a later moment. */
export function promiseOf(about: Matter, receivedAt: Instant, m: Moment): Clock {
  const { rule, kept } = ruleFor(about, m);
  return started({ of: 'promise', startedAt: receivedAt, limits: promiseLimits(rule), rule: kept }, m.calendar);
}

/** The centre's own time to send the matter out, from when it was received. */
export function dispatchingOf(about: Matter, receivedAt: Instant, m: Moment): Clock {
  const { rule, kept } = ruleFor(about, m);
  return started({ of: 'dispatching', startedAt: receivedAt, limits: [rule.dispatchLimit], rule: kept }, m.calendar);
}

/** Whether something at this instant can still move the promise: not once it was kept, nor once it was broken. */
export const isPromiseRunning = (a: Appeal, at: Instant) => a.status === 'open' && isRunning(a.promiseClock, at);

/**
 * The promise a ticket goes by: the earliest of its open appeals. Once none is open, the one that stood last; the clock
 * that stands where all appeals have left it.
 */
export function promiseOfTicket(c: Pick<Case, 'appeals'>, stands: Clock | null): Clock | null {
  const open = c.appeals.filter((a) => a.status === 'open').map((a) => a.promiseClock);
  const [first] = open.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return first ?? c.appeals.find((a) => a.promiseClock.dueAt === stands?.dueAt)?.promiseClock ?? stands;
}
