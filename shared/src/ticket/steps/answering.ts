import { system } from '../../people/actor.ts';
import type { DeadlineRule } from '../../time/rules/rules.ts';
import type { Clock } from '../clocks/clock.ts';
import { ownColumns, ticketColumns } from '../clocks/columns.ts';
import { ruleFor } from '../clocks/subject.ts';
import { callbackClock } from '../clocks/terms.ts';
import type { Appeal } from '../model/appeal.ts';
import { appealChildId, type Case, replace } from '../model/case.ts';
import type { Callback, Reply } from '../model/children.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import type { Outcome } from '../model/ticket.ts';
import type { Moment } from '../verb.ts';
import { endDispatches, openDispatches } from './ending.ts';

/**
 * The lead's reply stands: every other dispatch of the round ends with it, and every open appeal is answered now and waits
 * for its callback or closes. What was still asked for falls away.
 */
export function acceptLead(c: Case, d: Dispatch, reply: Reply, m: Moment): Partial<Case> {
  const { requests } = endDispatches(c, openDispatches(c), m);
  const lead = { ...d, recoveredLossFen: reply.recoveredLossFen };
  const ended = replace(c.dispatches, lead).map((dispatch) =>
    dispatch.round === c.ticket.round ? endDispatch(dispatch, m) : dispatch,
  );
  const { rule } = ruleFor(c.ticket, m, d.departmentId);
  const appeals = c.appeals.map((a) => (a.status === 'open' ? answered(a, reply, rule, m) : a));
  const waits = appeals.some((a) => a.status === 'answered');
  const clock = waits ? callbackClock(c, m, d.departmentId) : null;
  return {
    replies: replace(c.replies, reply),
    requests,
    dispatches: ended,
    appeals,
    callbacks: clock ? [...c.callbacks, ...owed(c, appeals, clock, m)] : c.callbacks,
    ticket: {
      ...c.ticket,
      status: 'awaitingCallback',
      ...ticketColumns.callback(clock),
      ...ticketColumns.review(null),
      acceptedAt: c.ticket.acceptedAt ?? m.at,
      acceptedLeadId: c.ticket.acceptedLeadId ?? d.departmentId,
    },
  };
}

/** A callback is owed from now on, and is missing from the figures' point of view when nobody makes it. */
const owed = (c: Case, appeals: readonly Appeal[], clock: Clock, m: Moment): Callback[] =>
  appeals
    .filter(
      (a) => a.status === 'answered' && !c.callbacks.some((b) => b.appealId === a.id && b.round === c.ticket.round),
    )
    .map((a) => ({
      id: appealChildId(a.id, 'b', c.callbacks),
      ticketId: c.ticket.id,
      appealId: a.id,
      round: c.ticket.round,
      source: 'system',
      attempts: 0,
      callId: null,
      recordedBy: system.id,
      recordedAt: m.at,
      ...ownColumns(clock),
      completedAt: null,
      cancelledAt: null,
      reached: null,
      contacted: null,
      solved: null,
      satisfaction: 'none',
      reasonCode: null,
      note: null,
    }));

/** Callbacks still to be made are owed until another instant, because they can only begin now; one missed stays missed. */
export const owedUntil = (c: Case, clock: Clock, m: Moment): Pick<Case, 'callbacks'> => ({
  callbacks: c.callbacks.map((b) =>
    b.round === c.ticket.round && b.completedAt === null && m.at < b.dueAt ? { ...b, ...ownColumns(clock) } : b,
  ),
});

/** A sub-dispatch's answer goes to the parent, which answers for it; nothing reaches the citizen yet. */
export const acceptChild = (c: Case, d: Dispatch, reply: Reply, m: Moment): Partial<Case> => ({
  replies: replace(c.replies, reply),
  dispatches: replace(c.dispatches, endDispatch(d, m)),
});

const endDispatch = (d: Dispatch, m: Moment): Dispatch =>
  isOpen(d)
    ? { ...d, status: 'released', endedAt: m.at }
    : d.status === 'replied'
      ? { ...d, status: 'accepted', acceptedAt: m.at, endedAt: m.at }
      : d;

const answered = (a: Appeal, reply: Reply, rule: DeadlineRule, m: Moment): Appeal => {
  // In a later round the instant at which the citizen was first answered stands.
  const told = { ...a, answeredAt: a.answeredAt ?? m.at, answer: reply.publicReply };
  return isCalledBack(a, rule)
    ? { ...told, status: 'answered' }
    : { ...told, status: 'closed', closedAt: m.at, outcome: outcomeOf(reply) };
};

/** Somebody who gave no number cannot be called; a sample is chosen by the appeal's own number, so anybody can recompute it. */
const isCalledBack = (a: Appeal, rule: DeadlineRule): boolean => {
  const { mode, samplePercent } = rule.callbackPolicy;
  if (a.phone === null || mode === 'none') return false;
  return mode === 'all' || checksum(a.number) % 100 < samplePercent;
};

const checksum = (text: string) => [...text].reduce((sum, ch) => (sum * 31 + (ch.codePointAt(0) ?? 0)) % 1_000_003, 7);

export const outcomeOf = (reply: Pick<Reply, 'solved'> | undefined): Outcome =>
  reply?.solved === 'solved' ? 'resolved' : reply?.solved === 'explained' ? 'explained' : 'unresolved';
