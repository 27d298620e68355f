import { createHash } from 'node:crypto';
import { findCase, saveCase } from '@hotline/db/cases';
import { recall, remember } from '@hotline/db/idempotency';
import type { Tx } from '@hotline/db/open';
import type { Outcome } from '@hotline/db/writer';
import type { Actor } from '@hotline/shared/people/actor';
import { audienceOf, scopeOf, sees } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import type { VerbName } from '@hotline/shared/ticket/actions/index';
import type { Case } from '@hotline/shared/ticket/case';
import { takeAction } from '@hotline/shared/ticket/lifecycle';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../hotline.ts';
import { deltasOf, eventOf } from './event.ts';

export type Act = {
  actor: Actor;
  ticketId: string;
  verb: VerbName;
  /** The version the person saw; null for additive verbs and for the clock. */
  version: number | null;
  input: Record<string, unknown>;
  key?: string | undefined;
  effectiveAt?: Instant;
};

/** The only place a case changes after it is logged: load, decide (pure), write the difference, append the event. */
export async function act(hotline: Hotline, a: Act): Promise<{ case: Case; seq: number }> {
  const command = (tx: Tx) => inTransaction(tx, hotline, a);
  const written = await hotline.writer.write(command, { lane: a.ticketId, background: a.actor.type === 'system' });
  return { case: written.result, seq: written.seq };
}

async function inTransaction(tx: Tx, hotline: Hotline, a: Act): Promise<Outcome<Case>> {
  const hash = a.key ? bodyHash(a) : '';
  const before = await findCase(tx, a.ticketId);
  if (!before || !maySee(a.actor, before)) throw new Refusal('notFound', '没有这件工单，或您无权查看。');
  if (a.key && (await recall(tx, keyOf(a), hash))) return { result: before, events: [], deltas: [] };
  const at = hotline.now();
  const moment = hotline.catalog.moment(before.ticket.centreId, at);
  const { case: after, fields, childId } = takeAction(before, a.verb, a.version, a.input, a.actor, moment);
  await saveCase(tx, before, after);
  if (a.key) await remember(tx, keyOf(a), hash, [a.ticketId], at);
  const happened = { before, after, verb: a.verb, actor: a.actor, at, fields, childId };
  return {
    result: after,
    events: [eventOf(a.effectiveAt ? { ...happened, effectiveAt: a.effectiveAt } : happened)],
    deltas: deltasOf(before, after, moment),
  };
}

/** The clock sees everything, a citizen the case of his own appeal, a person what is in scope. */
export const maySee = (actor: Actor, c: Case): boolean =>
  actor.type === 'system' ||
  (actor.type === 'citizen' ? c.appeals.some((x) => x.id === actor.appealId) : sees(scopeOf(actor), audienceOf(c)));

const keyOf = (a: Act) => `${a.actor.id}:${a.verb}:${a.key}`;
const bodyHash = (a: Act) =>
  createHash('sha256')
    .update(JSON.stringify([a.ticketId, a.verb, a.version, a.input]))
    .digest('base64url');
