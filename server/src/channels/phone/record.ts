import { createHash } from 'node:crypto';
import type { Tx } from '@hotline/db/store/open';
import {
  addSignal,
  changeCall,
  findCall,
  insertCall,
  lockCalls,
  signalsOf,
  uncalledFrom,
} from '@hotline/db/telephony/calls';
import { agentCalled, saveSeat, seatOf } from '@hotline/db/telephony/seats';
import { phoneFields } from '@hotline/shared/citizen/phoneFields';
import { areaCodeOf } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import type { Call, CallFacts } from '@hotline/shared/telephony/call';
import { callOf } from '@hotline/shared/telephony/callOf';
import type { Report } from '@hotline/shared/telephony/report';
import { afterCall, type Seat } from '@hotline/shared/telephony/seat';
import type { Signal } from '@hotline/shared/telephony/signal';
import { addMs, type Instant, normaliseInstant } from '@hotline/shared/time/instant';
import type { Hotline } from '../../app/hotline.ts';

export type Recorded = { call: Call; repeated: boolean; seat: Seat | null };

/** A clock may run ahead of ours by so much. */
const aheadMs = 300_000;
/** What an exchange reports later than this comes from a clock that was set back, as after a dead battery. */
const behindMs = 31 * 86_400_000;
/** All changes of calls and seats go one way, in the order in which they came. */
export const callLane = { lane: 'calls' };

/**
 * Takes in one report of a centre's telephone system: any order, any number of times, each exactly once in effect.
 * @throws Refusal `invalid` for a time that cannot be.
 */
export async function recordReport(
  hotline: Hotline,
  centreId: string,
  report: Report,
  source = 'hook',
): Promise<Recorded> {
  const centre = hotline.catalog.directory().centres.get(centreId);
  if (!centre) throw new Refusal('invalid', '受理中心不存在，请联系管理员。');
  const now = hotline.now();
  const at = report.at === undefined ? now : normaliseInstant(report.at);
  if (at > addMs(now, aheadMs)) throw new Refusal('invalid', '事件时间晚于现在，请校准电话系统的时钟。');
  if (at < addMs(now, -behindMs)) throw new Refusal('invalid', '事件时间早于一个月前，请校准电话系统的时钟。');
  const id = callIdOf(centreId, report.callId);
  const agentId = report.agent ? await agentCalled(hotline.store.reader, centre.path, report.agent) : null;
  const areaCode = areaCodeOf(hotline.catalog.directory(), centreId);
  const signal = signalOf(report, at, agentId, areaCode);
  return keep(hotline, { id, centreId, centre, source, signal, now });
}

/** A call whose end nobody reported: it is over, and what it was is not known. */
export async function endCall(hotline: Hotline, id: string, cause: string): Promise<void> {
  const call = await findCall(hotline.store.reader, id);
  const centre = call && hotline.catalog.directory().centres.get(call.centreId);
  if (!call || !centre || call.status === 'ended') return;
  const now = hotline.now();
  const { centreId, source, direction, phone, phoneExtension, phoneRaw, line, queue } = call;
  const signal: Signal = {
    event: 'hangup',
    at: now,
    direction,
    phone,
    phoneExtension,
    phoneRaw,
    line,
    queue,
    agentId: null,
    cause,
    recording: null,
  };
  await keep(hotline, { id, centreId, centre, source, signal, now });
}

async function keep(hotline: Hotline, about: About): Promise<Recorded> {
  const { result } = await hotline.writer.write(
    async (tx) => ({ result: await record(tx, about), events: [], deltas: [] }),
    callLane,
  );
  if (!result.repeated) hotline.calls.changed();
  if (result.seat) hotline.calls.seatChanged(result.seat);
  return result;
}

/** Our own name for a call: theirs may be of any form, and two centres may use the same. */
export const callIdOf = (centreId: string, theirs: string) =>
  createHash('sha256').update(`${centreId}\n${theirs}`).digest('hex').slice(0, 24);

function signalOf(report: Report, at: Instant, agentId: string | null, areaCode: string | null): Signal {
  const { event, direction, from, to } = report;
  const [citizen, ours] = direction === 'in' ? [from, to] : [to, from];
  const soundFile = event === 'recording' ? (report.recording ?? `${report.callId}.wav`) : null;
  return {
    event,
    at,
    direction,
    ...phoneFields(citizen, areaCode),
    line: ours || null,
    queue: report.queue ?? null,
    agentId,
    cause: report.cause ?? null,
    recording: soundFile,
  };
}

type About = {
  id: string;
  centreId: string;
  centre: { path: string };
  source: string;
  signal: Signal;
  now: Instant;
};

async function record(tx: Tx, about: About): Promise<Recorded> {
  const { id, signal } = about;
  await lockCalls(tx);
  const isNew = await addSignal(tx, id, signal, about.now);
  const before = await findCall(tx, id);
  if (!isNew && before) return { call: before, repeated: true, seat: null };
  const signals = await signalsOf(tx, id);
  const facts = callOf([signals[0] ?? signal, ...signals.slice(1)]);
  if (before) await changeCall(tx, before, facts);
  else await insertCall(tx, newCall(about, facts));
  const after = await findCall(tx, id);
  if (!after) throw new Error(`call ${id} is gone`);
  const seat = after.endedAt !== null && before?.endedAt == null ? await wrapUp(tx, after) : null;
  if (after.answeredAt !== null && before?.answeredAt == null) await callerGotThrough(tx, after);
  return { call: after, repeated: false, seat };
}

const newCall = (about: About, facts: CallFacts): Omit<Call, 'version' | 'seq'> => ({
  id: about.id,
  centreId: about.centreId,
  centrePath: about.centre.path,
  source: about.source,
  ...facts,
  appealId: null,
  dismissedAt: null,
  callbackBy: null,
  callbackClaimedAt: null,
  callbackAt: null,
  callbackResult: null,
  callbackNote: null,
});

async function wrapUp(tx: Tx, call: Call): Promise<Seat | null> {
  const seat = call.agentId === null ? null : await seatOf(tx, call.agentId);
  if (!seat) return null;
  const after = afterCall(seat, call.id, call);
  if (after === seat) return null;
  await saveSeat(tx, after);
  return after;
}

/** Who got through himself, or was reached by us, waits for nobody to ring him back. */
async function callerGotThrough(tx: Tx, call: Call): Promise<void> {
  if (call.phone === null || call.answeredAt === null) return;
  const result = call.direction === 'in' ? 'calledAgain' : 'reached';
  for (const missed of await uncalledFrom(tx, call.centreId, call.phone, call.ringingAt)) {
    const by = result === 'reached' ? call.agentId : missed.callbackBy;
    await changeCall(tx, missed, { callbackAt: call.answeredAt, callbackResult: result, callbackBy: by });
  }
}
