import { type Instant, toMs } from '../time/instant.ts';
import type { CallFacts, CallOutcome } from './call.ts';
import { type Signal, signalEvents, signalKey } from './signal.ts';

/**
 * The call as its signals tell it, in whatever order and however often they came: a fold over the set of them in order
 * of time, so a hangup that overtakes its answer or a recording that comes hours later leads to the same call.
 */
export function callOf(signals: readonly [Signal, ...Signal[]]): CallFacts {
  const ordered = inOrder(signals);
  const [first = signals[0]] = ordered;
  const opening = ordered.find((s) => s.event === 'newCall') ?? first;
  const answers = ordered.filter((s) => s.event === 'answer');
  const hangup = ordered.find((s) => s.event === 'hangup');
  const endedAt = hangup?.at ?? null;
  const answeredAt = notAfter(answers[0]?.at ?? null, endedAt);
  const waited = answeredAt ?? endedAt;
  const { ringing, heldAt, holdMs } = walk(ordered, endedAt);
  const last = <K extends 'line' | 'queue' | 'recording'>(key: K) => ordered.findLast((s) => s[key])?.[key];
  return {
    direction: opening.direction,
    ...numberOf(opening, ordered),
    line: opening.line ?? last('line') ?? null,
    queue: last('queue') ?? null,
    agentId: (answers.findLast((s) => s.agentId) ?? ordered.findLast((s) => s.agentId))?.agentId ?? null,
    status: endedAt ? 'ended' : answeredAt === null ? 'ringing' : heldAt === null ? 'talking' : 'held',
    ringing,
    addressed: [...new Set(ordered.flatMap((s) => (s.agentId ? [s.agentId] : [])))].sort(),
    ringingAt: first.at,
    answeredAt,
    waitMs: waited === null ? null : toMs(waited) - toMs(first.at),
    heldAt,
    holdMs,
    endedAt,
    outcome: hangup ? outcomeOf(answeredAt, hangup.cause) : null,
    cause: hangup?.cause ?? null,
    recording: last('recording') ?? null,
  };
}

/** Number, extension and what was sent belong together: all of one signal, the opening one's before the last that has any. */
function numberOf(opening: Signal, ordered: readonly Signal[]) {
  const told = [opening, ...ordered.toReversed()];
  const { phone, phoneExtension, phoneRaw } =
    told.find((s) => s.phone !== null) ?? told.find((s) => s.phoneRaw !== null) ?? opening;
  return { phone, phoneExtension, phoneRaw };
}

const rank = new Map(signalEvents.map((event, i) => [event, i]));

/** Each thing once, in order of time; things of one instant in the order in which a call goes through them. */
function inOrder(signals: readonly Signal[]): Signal[] {
  const known = new Map<string, Signal>();
  for (const signal of signals) if (!known.has(signalKey(signal))) known.set(signalKey(signal), signal);
  const order = (s: Signal) => `${s.at} ${rank.get(s.event)} ${signalKey(s)}`;
  return [...known.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function walk(ordered: readonly Signal[], endedAt: Instant | null) {
  const ringing = new Set<string>();
  let heldAt: Instant | null = null;
  let holdMs = 0;
  const endHold = (at: Instant) => {
    if (heldAt !== null) holdMs += Math.max(0, toMs(at) - toMs(heldAt));
    heldAt = null;
  };
  for (const { event, agentId, at } of ordered) {
    // What is told of a time after the end came too late to mean anything but that it was so.
    if (endedAt !== null && at > endedAt) break;
    if ((event === 'newCall' || event === 'ring') && agentId) ringing.add(agentId);
    if (event === 'ringEnd' && agentId) ringing.delete(agentId);
    if (event === 'answer') {
      ringing.clear();
      endHold(at);
    }
    if (event === 'hold') heldAt ??= at;
    if (event === 'resume') endHold(at);
  }
  if (endedAt === null) return { ringing: [...ringing].sort(), heldAt: heldAt as Instant | null, holdMs };
  endHold(endedAt);
  return { ringing: [], heldAt: null, holdMs };
}

const notAfter = (at: Instant | null, limit: Instant | null) =>
  at !== null && limit !== null && at > limit ? limit : at;

/**
 * Causes that say the telephones of our side were the reason. Everything else, and no cause at all, is a caller who
 * hung up while waiting. Words of the generic CTI hook, of SIP and of Q.850 (17 busy, 18 and 19 no answer, 34 and 42
 * congestion).
 */
const ourSide = /^(no_?answer|busy|congestion|time_?out|un_?available|full|closed|17|18|19|21|34|42|4(80|86)|503)$/i;

const outcomeOf = (answeredAt: Instant | null, cause: string | null): CallOutcome =>
  answeredAt !== null ? 'answered' : cause !== null && ourSide.test(cause) ? 'missed' : 'abandoned';
