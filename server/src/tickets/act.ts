import { createHash } from 'node:crypto';
import { lockCases } from '@hotline/db/cases/cases';
import { articlesById } from '@hotline/db/knowledge/articles';
import { personById } from '@hotline/db/people/people';
import { recall, remember } from '@hotline/db/store/idempotency';
import type { Tx } from '@hotline/db/store/open';
import type { Outcome } from '@hotline/db/writer';
import { isCitable } from '@hotline/shared/knowledge/validity';
import type { Actor } from '@hotline/shared/people/actor';
import { audienceOf, scopeOf, sees } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import type { Original } from '@hotline/shared/text/original';
import { type Taken, takeAction, verbNamed } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Moment, Needs } from '@hotline/shared/ticket/verb';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { type Instant, localDate } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { actorOf } from '../sessions/actor.ts';
import { newNumber } from './number.ts';
import { type Decided, record } from './record.ts';

export type Act = {
  actor: Actor;
  ticketId: string;
  verb: VerbName;
  /** The version the person saw; null for additive verbs and for the clock. */
  version: number | null;
  input: Record<string, unknown>;
  key?: string | undefined;
  effectiveAt?: Instant;
  /** Texts of the input as they came, each under its name in it. */
  originals?: readonly Original[];
};

/** The only place a case changes after it is logged: load, decide (pure), write the difference, append the events. */
export async function act(hotline: Hotline, a: Act): Promise<{ case: Case; seq: number }> {
  const other = secondOf(a);
  const command = (tx: Tx) => inTransaction(tx, hotline, a, other);
  const background = a.actor.type === 'system';
  const written = await hotline.writer.write(command, { lane: a.ticketId, background, alone: other !== null });
  return { case: written.result, seq: written.seq };
}

/** The second ticket a verb is about: one that is there, or one that the verb makes and to which an id is given here. */
type Second = { readonly id: string; readonly isNew: boolean } | null;

function secondOf({ verb, input }: Act): Second {
  const other = needsOf(verb).other;
  if (other === undefined) return null;
  return other === 'new' ? { id: newId(), isNew: true } : { id: other.named(input).id, isNew: false };
}

/** A verb says what it needs in terms of its own input, by whose schema the route has checked this one. */
const needsOf = (verb: VerbName): Needs<Record<string, unknown>> => (verbNamed(verb).needs as Needs<never>) ?? {};

async function inTransaction(tx: Tx, hotline: Hotline, a: Act, second: Second): Promise<Outcome<Case>> {
  const hash = a.key ? bodyHash(a) : '';
  const cases = await lockCases(tx, second && !second.isNew ? [a.ticketId, second.id] : [a.ticketId]);
  const seen = (id: string): Case | undefined => {
    const found = cases.get(id);
    return found && maySee(a.actor, found) ? found : undefined;
  };
  const before = seen(a.ticketId);
  if (!before) throw new Refusal('notFound', '没有这件工单，或您无权查看。');
  if (a.key && (await recall(tx, keyOf(a), hash))) return { result: before, events: [], deltas: [] };
  const at = hotline.now();
  const plain = hotline.catalog.moment(before.ticket.centreId, at, a.actor);
  const moment: Moment = {
    ...plain,
    ...(second ? await about(tx, second, plain, seen) : {}),
    ...(await named(tx, a)),
    ...(await citedArticles(tx, a, plain, before.ticket.centreId)),
  };
  const taken = takeAction(before, a.verb, a.version, a.input, moment);
  if (a.key) await remember(tx, keyOf(a), hash, [a.ticketId], at);
  const { originals = [] } = a;
  const done = { verb: a.verb, actor: a.actor, at, effectiveAt: a.effectiveAt ?? at, originals };
  return { result: taken.case, ...(await record(tx, decidedBy(before, taken), done, moment)) };
}

/** What changed, of the ticket acted on and of a second one: each event names the other ticket. */
function decidedBy(before: Case, { case: after, fields, childId, other }: Taken): Decided[] {
  const own = { before, after, fields, childId, linkedTicketId: other?.case.ticket.id ?? null };
  if (!other) return [own];
  const { case: second, ...its } = other;
  return [own, { ...its, after: second, childId: null, linkedTicketId: after.ticket.id }];
}

/** Whom a verb's input names, with his rights as they are now. */
async function named(tx: Tx, { verb, input }: Act): Promise<Pick<Moment, 'person'>> {
  const id = needsOf(verb).person?.(input) ?? null;
  const found = id === null ? null : await personById(tx, id);
  return found && found.disabledAt === null ? { person: actorOf(found) } : {};
}

/** The articles a verb's input cites, as they stand on this day. */
async function citedArticles(
  tx: Tx,
  { verb, input }: Act,
  m: Moment,
  centreId: string,
): Promise<Pick<Moment, 'articles'>> {
  const cites = needsOf(verb).articles?.(input) ?? [];
  if (cites.length === 0) return {};
  const today = localDate(m.at, m.calendar.utcOffsetMinutes);
  const ids = cites.map(({ articleId }) => articleId);
  const found = await articlesById(tx, centreId, ids);
  return { articles: new Map(found.map((a) => [a.id, { version: a.version, isCitable: isCitable(a, today) }])) };
}

/** What the moment holds besides for a verb about two tickets. */
async function about(
  tx: Tx,
  { id, isNew }: NonNullable<Second>,
  { at, calendar }: Moment,
  seen: (id: string) => Case | undefined,
): Promise<Pick<Moment, 'other' | 'fresh'>> {
  if (isNew) return { fresh: { ticketId: id, number: await newNumber(tx, localDate(at, calendar.utcOffsetMinutes)) } };
  const other = seen(id);
  return other ? { other } : {};
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
