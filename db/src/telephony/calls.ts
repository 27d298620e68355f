import type { Call } from '@hotline/shared/telephony/call';
import type { Signal } from '@hotline/shared/telephony/signal';
import { signalKey } from '@hotline/shared/telephony/signal';
import { callColumns } from '../store/contractColumns.ts';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsOf, run, updateRow } from '../store/rows.ts';
import type { CallRow } from '../store/schema.ts';

/** Keeps what the telephone system said; false when it had said so before. */
export async function addSignal(tx: Tx, callId: string, signal: Signal, receivedAt: string): Promise<boolean> {
  const { event, at, direction, phone, phoneExtension, phoneRaw, line, queue, agentId, cause, recording } = signal;
  const row = [
    callId,
    signalKey(signal),
    event,
    at,
    receivedAt,
    direction,
    phone,
    phoneExtension,
    phoneRaw,
    line,
    queue,
    agentId,
    cause,
    recording,
  ];
  const added = await run(
    tx,
    `insert into "call_signal" ("call_id", "key", "event", "at", "received_at", "direction", "phone", "phone_extension", "phone_raw", "line", "queue", "agent_id", "cause", "recording")
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ("call_id", "key") do nothing`,
    row,
  );
  return added > 0;
}

/** Everything said about one call, as it was received. */
export const signalsOf = (db: Db, callId: string): Promise<Signal[]> =>
  rowsOf<Signal>(
    db,
    `select "event", "at", "direction", "phone", "phone_extension" as "phoneExtension", "phone_raw" as "phoneRaw", "line", "queue", "agent_id" as "agentId", "cause", "recording"
      from "call_signal" where "call_id" = ? order by "n"`,
    [callId],
  );

export async function findCall(db: Db, id: string): Promise<Call | null> {
  const row = await db.selectFrom('call').select(callColumns).where('id', '=', id).executeTakeFirst();
  return row ? callIn(row) : null;
}

/**
 * The next place among all changes of calls. Held until the transaction ends, so that the order of places is the order
 * of commits on both stores and a follower that reads on from its last place misses none.
 */
async function nextSeq(tx: Tx): Promise<number> {
  const [row] = await rowsOf<{ seq: number }>(
    tx,
    `insert into "call_head" ("id", "seq") values ('calls', 1)
      on conflict ("id") do update set "seq" = "call_head"."seq" + 1 returning "seq"`,
    [],
  );
  return Number(row?.seq);
}

/** The place of the newest change; 0 before the first call. */
export async function callHead(db: Db): Promise<number> {
  const [row] = await rowsOf<{ seq: number }>(db, 'select "seq" from "call_head" where "id" = ?', ['calls']);
  return Number(row?.seq ?? 0);
}

/**
 * The first statement of every command that changes calls: one at a time, over all nodes, so that what it then reads is
 * what it changes. On SQLite it is so anyway.
 */
export const lockCalls = async (tx: Tx): Promise<void> => void (await nextSeq(tx));

export async function insertCall(tx: Tx, call: Omit<Call, 'version' | 'seq'>): Promise<void> {
  const [ringing, addressed] = [JSON.stringify(call.ringing), JSON.stringify(call.addressed)];
  await insertRow(tx, 'call', { ...call, ringing, addressed, version: 1, seq: await nextSeq(tx) });
}

/** Writes what is new about a call and gives it its next place. */
export async function changeCall(
  tx: Tx,
  call: Pick<Call, 'id' | 'version'>,
  change: Partial<Omit<Call, 'id' | 'version' | 'seq'>>,
): Promise<void> {
  await updateRow(tx, 'call', call.id, { ...rowOf(change), version: call.version + 1, seq: await nextSeq(tx) });
}

/** The first appeal logged from a call: it is told for, and the agent is done with it. */
export async function markLogged(tx: Tx, id: string, appealId: string): Promise<void> {
  await lockCalls(tx);
  const call = await findCall(tx, id);
  if (call && call.appealId === null) await changeCall(tx, call, { appealId });
}

/** Calls that changed after a place, each once, as it stands now. */
export async function callsAfter(db: Db, seq: number, limit: number): Promise<Call[]> {
  const rows = await db
    .selectFrom('call')
    .select(callColumns)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(callIn);
}

/** Missed calls from this number before `at` that nobody has rung back yet. */
export async function uncalledFrom(db: Db, centreId: string, phone: string, at: string): Promise<Call[]> {
  const rows = await db
    .selectFrom('call')
    .select(callColumns)
    .where('phone', '=', phone)
    .where('ringingAt', '<=', at)
    .where('centreId', '=', centreId)
    .where('direction', '=', 'in')
    .where('outcome', 'in', ['abandoned', 'missed'])
    .where('callbackAt', 'is', null)
    .execute();
  return rows.map(callIn);
}

/** Calls a centre believes to be going on; after a break of the telephone system's line some of them are over. */
export async function openCalls(db: Db, centreId: string): Promise<Call[]> {
  const rows = await db
    .selectFrom('call')
    .select(callColumns)
    .where('status', '<>', 'ended')
    .where('centreId', '=', centreId)
    .execute();
  return rows.map(callIn);
}

export const callIn = ({ n, ringing, addressed, ...row }: CallRow & { n?: unknown }): Call => ({
  ...row,
  ringing: JSON.parse(ringing) as string[],
  addressed: JSON.parse(addressed) as string[],
});

/** The lists of people of a call, or of what changes of one, as they are kept. */
const rowOf = <C extends Partial<Pick<Call, 'ringing' | 'addressed'>>>({ ringing, addressed, ...rest }: C) => ({
  ...rest,
  ...(ringing ? { ringing: JSON.stringify(ringing) } : {}),
  ...(addressed ? { addressed: JSON.stringify(addressed) } : {}),
});
