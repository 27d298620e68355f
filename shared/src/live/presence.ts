import * as Type from 'typebox';
import { type Grant, within } from '../people/actor.ts';
import { onlookers } from '../people/roles.ts';
import { type Audience, type Scope, sees } from '../people/scope.ts';
import { Id, Instant, object, orNull } from '../schema.ts';

/**
 * Who is at a ticket right now, beside the stream of tickets on the same socket and no part of it: no event, no `seq`,
 * nothing to replay, nothing kept. It tells, it never locks: what protects two people from each other is the version.
 */

/** Client: where I am; `form` is the verb whose form is open. Said again every `beatMs`, for it lapses after `leaseMs`. */
export const At = object({
  t: Type.Literal('at'),
  ticketId: orNull(Id),
  form: orNull(Type.String({ pattern: '^[a-zA-Z]{1,40}$' })),
});
export type At = Type.Static<typeof At>;

/** Somebody else at the ticket, as their colleagues may know it: no id, no contact, nothing of what is being typed. */
export const Present = object({
  name: Type.String(),
  unit: Type.String(),
  form: orNull(Type.String()),
  /** When this form was opened; without one, when they began to look. */
  since: Instant,
});
export type Present = Type.Static<typeof Present>;

/** Server: all whom I may know to be there, whoever fills in a form first; `more` are not named. Replaces what was told. */
export const PresentAt = object({
  t: Type.Literal('present'),
  ticketId: Id,
  people: Type.Array(Present, { maxItems: 20 }),
  more: Type.Integer({ minimum: 0 }),
});
export type PresentAt = Type.Static<typeof PresentAt>;

export const beatMs = 10_000;
/** A line that died without a farewell: its person is gone after this at the latest. */
export const leaseMs = 30_000;
const namedAtMost = 20;

/** Whoever has a console open, as the other consoles need to know. */
export type Visitor = {
  readonly personId: string;
  readonly name: string;
  readonly unit: string;
  readonly scope: Scope;
  /** Looks without being looked at. */
  readonly isUnseen: boolean;
};

/** One console at one ticket. `untilMs` on the server's monotonic clock, `since` on the hotline's. */
export type Visit = {
  readonly visitor: Visitor;
  readonly ticketId: string;
  readonly form: string | null;
  readonly since: string;
  readonly untilMs: number;
};

type Now = { readonly at: string; readonly ms: number };

/** Where this console is after it said so; null: nowhere. Saying the same again only renews the lease. */
export function visitAfter(before: Visit | null, visitor: Visitor, { ticketId, form }: At, now: Now): Visit | null {
  if (ticketId === null) return null;
  const isSame = before?.ticketId === ticketId && before.form === form && before.untilMs > now.ms;
  return { visitor, ticketId, form, since: isSame ? before.since : now.at, untilMs: now.ms + leaseMs };
}

/**
 * The others at one ticket, as one viewer may know them. Both must see the ticket as it stands, and one names only
 * people whose whole scope lies within one's own: the centre sees everybody's, a department its own and those below it.
 * So no department learns who of the centre dispatches, reviews or supervises, nor who works on it in another one.
 */
export function presentTo(
  viewer: Visitor,
  visits: Iterable<Visit>,
  audience: Audience,
  nowMs: number,
): Pick<PresentAt, 'people' | 'more'> {
  if (!sees(viewer.scope, audience)) return { people: [], more: 0 };
  const byPerson = new Map<string, Visit>();
  for (const visit of visits) {
    const { visitor } = visit;
    if (visitor.personId === viewer.personId || visitor.isUnseen || visit.untilMs <= nowMs) continue;
    if (!mayName(viewer.scope, visitor.scope) || !sees(visitor.scope, audience)) continue;
    const known = byPerson.get(visitor.personId);
    if (!known || byActivity(visit, known) < 0) byPerson.set(visitor.personId, visit);
  }
  const all = [...byPerson.values()].sort(byActivity);
  const people = all.slice(0, namedAtMost).map((v) => ({
    name: v.visitor.name,
    unit: v.visitor.unit,
    form: v.form,
    since: v.since,
  }));
  return { people, more: all.length - people.length };
}

/** Somebody who only looks on is shown at no ticket. */
export const isUnseen = (grants: readonly Grant[]) => grants.every((g) => onlookers.includes(g.role));

const pathsOf = ({ centres, departments }: Scope) => [...centres, ...departments];

function mayName(viewer: Scope, other: Scope): boolean {
  const own = pathsOf(viewer);
  const theirs = pathsOf(other);
  return theirs.length > 0 && theirs.every((path) => own.some((scope) => within(path, scope)));
}

/** A form before a look, the longer there the earlier, and at last by name, so that the order never flickers. */
const byActivity = (a: Visit, b: Visit) =>
  Number(a.form === null) - Number(b.form === null) ||
  compare(a.since, b.since) ||
  compare(a.visitor.personId, b.visitor.personId);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** How often one console may say where it is: a few at once, then two a second. What is too much is not heard. */
export type Allowance = { readonly left: number; readonly atMs: number };
const atOnce = 12;
const perMs = 2 / 1_000;

export const fullAllowance = (nowMs: number): Allowance => ({ left: atOnce, atMs: nowMs });

export function spend({ left, atMs }: Allowance, nowMs: number): { allowance: Allowance; isHeard: boolean } {
  const now = Math.min(atOnce, left + Math.max(0, nowMs - atMs) * perMs);
  return { allowance: { left: now >= 1 ? now - 1 : now, atMs: nowMs }, isHeard: now >= 1 };
}
