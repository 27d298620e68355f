import * as Type from 'typebox';
import { dissatisfactionReasons } from '../../catalog/reasons.ts';
import type { Actor } from '../../people/actor.ts';
import { centre, ownAppeal } from '../../people/permissions.ts';
import { Id, oneOf, orNull } from '../../schema.ts';
import { ownColumns, ticketColumns } from '../clocks/columns.ts';
import { reviewClock, unasked } from '../clocks/terms.ts';
import type { Appeal } from '../model/appeal.ts';
import { appealChildId, type Case, replace } from '../model/case.ts';
import { type Callback, satisfactions } from '../model/children.ts';
import type { Outcome } from '../model/ticket.ts';
import type { CitizenView } from '../showing.ts';
import { outcomeOf } from '../steps/answering.ts';
import { noted } from '../steps/notes.ts';
import { newRequest } from '../steps/requests.ts';
import { appealVerb } from '../verb.ts';

/** Three failed attempts and the citizen counts as unreachable. Silence is never "satisfied". */
const maxAttempts = 3;

/** 回访: one record per appeal and round; the citizen's own rating outranks the callback agent's. */
export const recordCallback = appealVerb(
  {
    reached: oneOf(['reached', 'unreachable'] as const),
    contacted: Type.Optional(orNull(oneOf(['yes', 'no'] as const))),
    solved: Type.Optional(orNull(oneOf(['yes', 'no'] as const))),
    satisfaction: Type.Optional(oneOf(satisfactions)),
    reasonCode: Type.Optional(orNull(Type.String({ maxLength: 40 }))),
    note: Type.Optional(orNull(Type.String({ title: '回访记录', maxLength: 2000 }))),
    callId: Type.Optional(orNull(Id)),
  },
  {
    term: '回访',
    termEn: 'Record callback',
    timeline: { zh: '{who}记录回访结果', en: '{who} recorded the callback' },
    citizen: calledBackInWords,
    button: { prominence: 'primary', key: 'h', batch: false, afterwards: 'next' },
    reasons: dissatisfactionReasons,
    unasked: ['callId'],
    from: ['awaitingCallback', 'closed'],
    by: (actor, c, a) => centre('callbackAgent')(actor, c) || ownAppeal(actor, c, a),
    // A citizen rates what is closed as well.
    offered: (c, _, actor) => actor.type === 'citizen' || c.ticket.status !== 'closed',
    ready: (c, a, m) => {
      if (a.status === 'open') return 'notAnswered';
      // His own rating stands: nobody records another one over it.
      if (isRated(c, a)) return 'callbackDone';
      return a.status === 'answered' || (m.actor.type === 'citizen' && wasHandled(a)) ? undefined : 'callbackDone';
    },
    change: (c, a, input, m) => {
      const earlier = c.callbacks.find((b) => b.appealId === a.id && b.round === c.ticket.round);
      const attempts = (earlier?.attempts ?? 0) + (m.actor.type === 'citizen' ? 0 : 1);
      const done = input.reached === 'reached' || attempts >= maxAttempts;
      const row: Callback = {
        id: earlier?.id ?? appealChildId(a.id, 'b', c.callbacks),
        ticketId: c.ticket.id,
        appealId: a.id,
        round: c.ticket.round,
        source: m.actor.type === 'citizen' ? 'citizen' : 'agent',
        attempts,
        callId: input.callId ?? null,
        recordedBy: m.actor.id,
        recordedAt: m.at,
        ...ownColumns(earlier?.clock ?? c.ticket.callbackClock ?? unasked(m)),
        // The citizen may rate after the agent's call: what he says counts, the call was made when it was made.
        completedAt: done ? (earlier?.completedAt ?? m.at) : null,
        cancelledAt: null,
        reached: done ? input.reached : null,
        contacted: input.contacted ?? null,
        solved: input.solved ?? null,
        satisfaction: input.reached === 'reached' ? (input.satisfaction ?? 'none') : 'none',
        reasonCode: reasonOf(input, m.actor),
        note: input.note ?? null,
      };
      const callbacks = earlier ? replace(c.callbacks, row) : [...c.callbacks, row];
      // What an earlier call brought to light stays on record when the next one is written down.
      const notes = noted(c, 'remark', earlier?.note, { appealId: a.id }, m);
      if (!done) return { callbacks, notes };
      if (reopening(row)) {
        const said = { reason: row.note ?? '市民不满意', reasonCode: row.reasonCode, appealId: a.id };
        return {
          callbacks,
          notes,
          appeals: replace(c.appeals, { ...a, status: 'answered', closedAt: null, outcome: null }),
          requests: [...c.requests, newRequest(c, null, 'rework', said, m)],
          ticket: {
            ...c.ticket,
            status: 'awaitingReview',
            ...ticketColumns.callback(null),
            closedAt: null,
            outcome: null,
            ...ticketColumns.review(reviewClock(c, m)),
          },
        };
      }
      const closedAt = a.closedAt ?? m.at;
      return {
        callbacks,
        notes,
        appeals: replace(c.appeals, { ...a, status: 'closed', closedAt, outcome: outcomeAfter(c, row) }),
      };
    },
  },
);

/**
 * An attempt that reached nobody is the hotline's own affair until the last of them settles the matter. The sentence is
 * true of a call that was answered and of the last one that was not.
 */
function calledBackInWords({ by, changed }: CitizenView): string | null {
  if (by === 'citizen') return '已收到您的评价';
  return changed('appeal.status') || changed('ticket.status') ? '热线中心回访结束' : null;
}

/** Closed by an agent's record or by the clock, a department's answer can still be rated by the citizen himself, once. */
const wasHandled = (a: Appeal) => a.outcome === 'resolved' || a.outcome === 'explained' || a.outcome === 'unresolved';

const isRated = (c: Case, a: Appeal) =>
  c.callbacks.some((b) => b.appealId === a.id && b.round === c.ticket.round && b.source === 'citizen');

/** A citizen is not asked for a code: that it is not solved, and that he is dissatisfied, is reason enough. */
const reasonOf = (said: { solved?: string | null; satisfaction?: string; reasonCode?: string | null }, actor: Actor) =>
  said.reasonCode ??
  (actor.type === 'citizen' && said.solved === 'no' && said.satisfaction === 'dissatisfied' ? 'notSolved' : null);

/** A dissatisfied reason marked so asks the reviewer to decide about another round. */
const reopening = (row: Callback) =>
  row.satisfaction === 'dissatisfied' && dissatisfactionReasons.some((r) => r.code === row.reasonCode && r.reopens);

const outcomeAfter = (c: Case, row: Callback): Outcome => {
  if (row.solved === 'yes') return 'resolved';
  const claimed = outcomeOf(c.replies.findLast((r) => r.status === 'accepted'));
  return row.solved === 'no' && claimed === 'resolved' ? 'unresolved' : claimed;
};
