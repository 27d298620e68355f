import { Refusal } from '../refusal.ts';
import { promiseColumns } from './clocks/columns.ts';
import { promiseOf } from './clocks/promise.ts';
import { offsetOf } from './clocks/subject.ts';
import { changedFields, settle, type Taken } from './lifecycle.ts';
import { type AppealWords, type Given, isJoinable, newAppeal } from './log.ts';
import type { Case } from './model/case.ts';
import { keptFromComplainedOf } from './steps/against.ts';
import type { Moment } from './verb.ts';

/**
 * 追加: one more citizen about the same matter; the appeal keeps its own number, promise, answer and callback. Additive:
 * what follows from it by itself is settled like after any verb. Null where the appeal must have a ticket of its own: too
 * late for this one, or this one is with the body it complains of.
 */
export function joinAppeal(c: Case, input: AppealWords, given: Given, m: Moment): Taken | null {
  if (!isJoinable(c)) return null;
  const about = { ...c.ticket, kind: input.kind, service: input.service ?? 'general', channel: input.channel };
  const promise = promiseColumns(promiseOf(about, given.receivedAt, m), offsetOf(c.ticket, m));
  const appeal = newAppeal(input, { ...given, ticketId: c.ticket.id }, promise, m);
  const joined = keptFromComplainedOf({ ...c, appeals: [...c.appeals, appeal] }, m);
  if (joined instanceof Refusal) return null;
  const after = settle(c, joined, null, m);
  return { case: after, fields: changedFields(c, after), childId: appeal.id };
}
