import { hash as digest } from 'node:crypto';
import { findCase, lockCases } from '@hotline/db/cases/cases';
import { citizenFor } from '@hotline/db/cases/citizens';
import { audit } from '@hotline/db/people/people';
import { recall, remember } from '@hotline/db/store/idempotency';
import type { Tx } from '@hotline/db/store/open';
import { markLogged } from '@hotline/db/telephony/calls';
import type { Outcome } from '@hotline/db/writer';
import type { Actor } from '@hotline/shared/people/actor';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import type { Original } from '@hotline/shared/text/original';
import { joinAppeal } from '@hotline/shared/ticket/join';
import { receiptOf } from '@hotline/shared/ticket/lateEntry';
import { changedFields } from '@hotline/shared/ticket/lifecycle';
import { type Given, type NewAppeal, newCase } from '@hotline/shared/ticket/log';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Moment } from '@hotline/shared/ticket/verb';
import { localDate } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId, newQueryCode } from '../app/ids.ts';
import { maySee } from './act.ts';
import { citizenOf, type Whose } from './citizenOf.ts';
import { newNumber } from './number.ts';
import { record } from './record.ts';

export type Logged = { case: Case; appeal: Appeal };
type Log = {
  actor: Actor;
  centreId: string;
  input: NewAppeal;
  key?: string | undefined;
  /** Texts of the input as they came. */
  originals?: readonly Original[];
};

/** Logs an appeal: a new ticket, or one more citizen on an existing one. Answers after COMMIT; the same key makes one appeal. */
export async function logAppeal(hotline: Hotline, log: Log): Promise<Logged & { seq: number }> {
  const whose = await citizenOf(hotline, log);
  const ids = { appealId: newId(), ticketId: newId(), citizenId: newId(), queryCode: newQueryCode() };
  const lane = log.input.joinTicketId ?? ids.ticketId;
  const { result, seq } = await hotline.writer.write((tx) => inTransaction(tx, hotline, log, whose, ids), { lane });
  if (whose.call) hotline.calls.changed();
  return { ...result, seq };
}

type Ids = { appealId: string; ticketId: string; citizenId: string; queryCode: string };

async function inTransaction(
  tx: Tx,
  hotline: Hotline,
  log: Log,
  { number: left, numbers, name, call, known: person }: Whose,
  ids: Ids,
): Promise<Outcome<Logged>> {
  const { actor, centreId } = log;
  const input = { ...log.input, citizen: { ...log.input.citizen, name } };
  const key = log.key ? `${actor.id}:log:${log.key}` : null;
  const hash = key ? digest('sha256', JSON.stringify(log.input), 'base64url') : '';
  const known = key ? await recall(tx, key, hash) : null;
  if (known) return { result: await replay(tx, known), events: [], deltas: [] };
  const at = hotline.now();
  const moment = hotline.catalog.moment(centreId, at, actor);
  const receivedAt = receiptOf(input.lateEntry ?? null, centreId, moment);
  const offset = offsetOfCentre(moment.directory, centreId);
  const number = await newNumber(tx, localDate(receivedAt, offset));
  const citizenId = await citizenFor(tx, {
    ...{ id: ids.citizenId, centreId, phone: left.phone, name, at },
    ...{ numbers, known: person },
  });
  const given: Given = { ...ids, ...left, number, centreId, citizenId, receivedAt, externalNumber: null };
  const named = input.joinTicketId
    ? ((await lockCases(tx, [input.joinTicketId])).get(input.joinTicketId) ?? null)
    : null;
  if (input.joinTicketId && !(named && maySee(actor, named)))
    throw new Refusal('notFound', '没有要追加到的工单，或您无权查看。');
  const joined = named && joinAppeal(named, input, given, moment);
  const decided = joined
    ? { ...joined, before: named, after: joined.case, linkedTicketId: null }
    : // Where it could not join, the new ticket says which one it goes with.
      { ...newTicket(input, given, moment), linkedTicketId: named?.ticket.id ?? null };
  const { after } = decided;
  const verb = input.lateEntry ? 'enterLate' : 'log';
  const originals = log.originals ?? [];
  const written = await record(tx, [decided], { verb, actor, at, effectiveAt: receivedAt, originals }, moment);
  if (input.lateEntry)
    await audit(tx, {
      at,
      personId: actor.id,
      act: 'enterLate',
      subjectId: ids.appealId,
      purpose: input.lateEntry.reason,
    });
  if (call) await markLogged(tx, call.id, ids.appealId);
  if (key) await remember(tx, key, hash, [after.ticket.id, ids.appealId], at);
  return { result: { case: after, appeal: appealIn(after, ids.appealId) }, ...written };
}

function newTicket(input: NewAppeal, given: Given, m: Moment) {
  const after = newCase(input, given, m);
  return { before: null, after, fields: changedFields(null, after), childId: given.appealId };
}

async function replay(tx: Tx, [ticketId = '', appealId = '']: string[]): Promise<Logged> {
  const c = await findCase(tx, ticketId);
  if (!c) throw new Error(`idempotency key names a ticket that is gone: ${ticketId}`);
  return { case: c, appeal: appealIn(c, appealId) };
}

const appealIn = (c: Case, id: string): Appeal => {
  const appeal = c.appeals.find((a) => a.id === id);
  if (!appeal) throw new Error(`no appeal ${id} on ${c.ticket.id}`);
  return appeal;
};
