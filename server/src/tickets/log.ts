import { createHash } from 'node:crypto';
import { citizenFor, nextNumber } from '@hotline/db/appeals';
import { findCase, insertCase, saveCase } from '@hotline/db/cases';
import { recall, remember } from '@hotline/db/idempotency';
import type { Tx } from '@hotline/db/open';
import type { Outcome } from '@hotline/db/writer';
import type { Appeal } from '@hotline/shared/appeal/appeal';
import { normalisePhone } from '@hotline/shared/appeal/phone';
import type { Actor } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import type { Case } from '@hotline/shared/ticket/case';
import { type Given, joinCase, type NewAppeal, newCase } from '@hotline/shared/ticket/log';
import { type Instant, localDate } from '@hotline/shared/time/instant';
import type { LocalDate } from '@hotline/shared/time/localDate';
import type { Hotline } from '../hotline.ts';
import { newId, newQueryCode } from '../ids.ts';
import { maySee } from './act.ts';
import { deltasOf, eventOf } from './event.ts';

export type Logged = { case: Case; appeal: Appeal };
type Log = { actor: Actor; centreId: string; input: NewAppeal; key?: string | undefined; receivedAt?: Instant };

/** Logs an appeal: a new ticket, or one more citizen on an existing one. Answers after COMMIT; the same key makes one appeal. */
export async function logAppeal(hotline: Hotline, log: Log): Promise<Logged & { seq: number }> {
  const phone = phoneOf(log.input);
  const ids = { appealId: newId(), ticketId: newId(), citizenId: newId(), queryCode: newQueryCode() };
  const lane = log.input.joinTicketId ?? ids.ticketId;
  const { result, seq } = await hotline.writer.write((tx) => inTransaction(tx, hotline, log, phone, ids), { lane });
  return { ...result, seq };
}

type Ids = { appealId: string; ticketId: string; citizenId: string; queryCode: string };

async function inTransaction(
  tx: Tx,
  hotline: Hotline,
  log: Log,
  phone: string | null,
  ids: Ids,
): Promise<Outcome<Logged>> {
  const { actor, input, centreId } = log;
  const key = log.key ? `${actor.id}:log:${log.key}` : null;
  const hash = key ? createHash('sha256').update(JSON.stringify(input)).digest('base64url') : '';
  const known = key ? await recall(tx, key, hash) : null;
  if (known) return { result: await replay(tx, known), events: [], deltas: [] };
  const at = hotline.now();
  const moment = hotline.catalog.moment(centreId, at);
  const receivedAt = log.receivedAt ?? at;
  const offset = moment.directory.centres.get(centreId)?.utcOffsetMinutes ?? 480;
  const number = await newNumber(tx, localDate(receivedAt, offset));
  const citizenId = await citizenFor(tx, { id: ids.citizenId, centreId, phone, name: input.citizen.name ?? null, at });
  const given: Given = { ...ids, number, centreId, citizenId, phone, receivedAt, externalNumber: null };
  const joined = input.joinTicketId ? await findCase(tx, input.joinTicketId) : null;
  if (input.joinTicketId && !(joined && maySee(actor, joined)))
    throw new Refusal('notFound', '没有要追加到的工单，或您无权查看。');
  const after = joined ? joinCase(joined, input, given, actor, moment) : newCase(input, given, actor, moment);
  if (joined) await saveCase(tx, joined, after);
  else await insertCase(tx, after);
  if (key) await remember(tx, key, hash, [after.ticket.id, ids.appealId], at);
  const fields = [`+${ids.appealId}`];
  return {
    result: { case: after, appeal: appealIn(after, ids.appealId) },
    events: [eventOf({ before: joined, after, verb: 'log', actor, at, fields, childId: ids.appealId })],
    deltas: deltasOf(joined, after, moment),
  };
}

/** Short enough to read aloud: the day and its running number, `26110200001`. */
export async function newNumber(tx: Tx, date: LocalDate): Promise<string> {
  const day = date.replaceAll('-', '').slice(2);
  return `${day}${String(await nextNumber(tx, day)).padStart(5, '0')}`;
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

function phoneOf(input: NewAppeal): string | null {
  const raw = input.citizen.phone?.trim();
  if (!raw) return null;
  const phone = normalisePhone(raw);
  if (!phone)
    throw new Refusal('invalid', '联系电话不正确，请核对；固定电话请加区号，如 0591-87654321。', [
      { path: '/citizen/phone' },
    ]);
  return phone;
}
