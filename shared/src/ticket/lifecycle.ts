import type * as Type from 'typebox';
import type { Actor } from '../people/actor.ts';
import { Refusal } from '../refusal.ts';
import { type VerbName, verbNames, verbs } from './actions/index.ts';
import { type Case, parts } from './case.ts';
import type { Pause } from './children.ts';
import { nextAlarm } from './clock.ts';
import type { About, Moment, Verb } from './verb.ts';
import { refuse, whys } from './why.ts';

export type VerbInput<N extends VerbName> = Type.Static<(typeof verbs)[N]['input']>;

/** One thing a person may do now, or why not: drives the button and its tooltip. */
export type OpenAction = {
  name: VerbName;
  term: string;
  termEn: string;
  about: About;
  target: string | null;
  version: number | null;
  disabledReason: string | null;
  disabledReasonEn: string | null;
};

/** What came of a verb: the new case, the names of what changed (no values), and the child it was about. */
export type Taken = { readonly case: Case; readonly fields: readonly string[]; readonly childId: string | null };

// The registry keeps each verb's own input and target types; here all are handled as one kind of thing.
const verbNamed = (name: VerbName) => verbs[name] as unknown as Verb;

/** What `actor` may do to `c` now, in registry order, with the reason where it must wait. Never lists the clock's verbs. */
export function openActions(actor: Actor, c: Case, m: Moment): OpenAction[] {
  if (c.ticket.archivedAt !== null) return [];
  return verbNames.flatMap((name) => {
    const verb = verbNamed(name);
    if (!verb.from.includes(c.ticket.status)) return [];
    return targetsOf(verb.about, c).flatMap((target) => {
      if (!verb.by(actor, c, target as never) || !isOffered(verb, c, target as never)) return [];
      const why = verb.ready?.(c, target as never, m, actor);
      const version = versionFor(verb, c, target);
      return [
        {
          name,
          term: verb.term,
          termEn: verb.termEn,
          about: verb.about,
          target: target?.id ?? null,
          version,
          disabledReason: why ? whys[why][1] : null,
          disabledReasonEn: why ? whys[why][2] : null,
        },
      ];
    });
  });
}

/**
 * The one way a case changes. Pure: `(case, verb, input, actor, moment) → case'`.
 * @throws Refusal notFound (target), forbidden, wrongStatus, stale, or whatever the verb itself refuses.
 */
export function takeAction(
  c: Case,
  name: VerbName,
  version: number | null,
  input: Record<string, unknown>,
  actor: Actor,
  m: Moment,
): Taken {
  const verb = verbNamed(name);
  if (c.ticket.archivedAt !== null) throw refuse('archived');
  const targetId = verb.about === 'ticket' ? null : input[`${verb.about}Id`];
  const target = targetsOf(verb.about, c).find((t) => (t?.id ?? null) === targetId);
  if (target === undefined) throw refuse('notTarget');
  if (!verb.by(actor, c, target as never)) throw refuse('notAllowed');
  if (actor.type === 'person') refuseStale(verb, c, target, version);
  if (!verb.from.includes(c.ticket.status) || !isOffered(verb, c, target as never)) throw refuse('wrongStatus');
  const why = verb.ready?.(c, target as never, m, actor);
  if (why) throw refuse(why);
  const change = verb.change(c, target as never, input as never, actor, m);
  if (change instanceof Refusal) throw change;
  const after = settle(c, { ...c, ...change }, verb.additive === true, m);
  return { case: after, fields: changedFields(c, after), childId: typeof targetId === 'string' ? targetId : null };
}

const isOffered = (verb: Verb, c: Case, target: never) => verb.offered?.(c, target) !== false;

const targetsOf = (about: About, c: Case): readonly (null | { id: string })[] =>
  ({ ticket: [null], appeal: c.appeals, dispatch: c.dispatches, request: c.requests, order: c.orders, card: c.cards })[
    about
  ];

type Found = ReturnType<typeof targetsOf>[number];

/**
 * The version a person must have seen: the dispatch's for verbs about a dispatch, the ticket's otherwise. None for additive
 * verbs and for decisions on a request, order or card, which its own state guards.
 */
function versionFor(verb: Verb, c: Case, target: Found): number | null {
  if (verb.additive || verb.about === 'request' || verb.about === 'order' || verb.about === 'card') return null;
  if (verb.about !== 'dispatch') return c.ticket.version;
  return c.dispatches.find((d) => d.id === target?.id)?.version ?? null;
}

/** Stale = somebody decided something since the version the person saw. Additive events never make anybody stale. */
function refuseStale(verb: Verb, c: Case, target: Found, version: number | null): void {
  const current = versionFor(verb, c, target);
  if (current === null) return;
  const decided = verb.about === 'dispatch' ? current : c.ticket.decidedVersion;
  if (version === null || version < decided || version > c.ticket.version) {
    throw new Refusal('stale', '该工单已被他人更新，请查看最新内容后重试。您填写的内容已保留。', { version: current });
  }
}

/** What follows from the change by itself: versions, alarms, the ticket's promise, and closing with the last appeal. */
export function settle(before: Case, changed: Case, additive: boolean, m: Moment): Case {
  const version = before.ticket.version + 1;
  const dispatches = changed.dispatches.map((d, i) => {
    const old = before.dispatches[i];
    const alarm = nextAlarm(changed, d);
    const pausedAt = pausedSince(changed, (p) => p.dispatchId === d.id);
    if (d === old && alarm === d.nextAlarmAt && pausedAt === d.pausedAt) return d;
    return { ...d, nextAlarmAt: alarm, pausedAt, version: !old || d === old || additive ? d.version : old.version + 1 };
  });
  const appeals = changed.appeals.map((a) => {
    const pausedAt = pausedSince(changed, (p) => p.appealId === a.id);
    return pausedAt === a.pausedAt ? a : { ...a, pausedAt };
  });
  const open = changed.appeals.filter((a) => a.status === 'open');
  const promised = open.map((a) => a.promisedDueAt).sort()[0] ?? changed.ticket.promisedDueAt;
  const closed = changed.appeals.every((a) => a.status === 'closed');
  const closing = closed && changed.ticket.status !== 'closed';
  return {
    ...changed,
    appeals,
    dispatches,
    ticket: {
      ...changed.ticket,
      version,
      decidedVersion: additive ? changed.ticket.decidedVersion : version,
      promisedDueAt: promised,
      ...(closing
        ? {
            status: 'closed' as const,
            closedAt: m.at,
            outcome: changed.appeals[0]?.outcome ?? null,
            callbackDueAt: null,
          }
        : {}),
    },
  };
}

const pausedSince = (c: Case, isIts: (p: Pause) => boolean) =>
  c.pauses.find((p) => p.endedAt === null && isIts(p))?.startedAt ?? null;

/** Names only, never values: `ticket.status`, `t1-d2.repliedAt`, `+t1-d3` for a new row. */
export function changedFields(before: Case, after: Case): string[] {
  const names = diff(before.ticket, after.ticket).filter((f) => f !== 'version' && f !== 'decidedVersion');
  const fields = names.map((f) => `ticket.${f}`);
  for (const part of parts) {
    const old = new Map(before[part].map((row) => [row.id, row as Record<string, unknown>]));
    for (const row of after[part]) {
      const was = old.get(row.id);
      if (was === row) continue;
      if (!was) fields.push(`+${row.id}`);
      else
        fields.push(
          ...diff(was, row as Record<string, unknown>)
            .filter((f) => f !== 'version' && f !== 'nextAlarmAt' && f !== 'pausedAt')
            .map((f) => `${row.id}.${f}`),
        );
    }
  }
  return fields;
}

const diff = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  Object.keys(b).filter((key) => a[key] !== b[key]);
