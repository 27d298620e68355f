import type * as Type from 'typebox';
import type { Actor } from '../people/actor.ts';
import { Refusal } from '../refusal.ts';
import { nextAlarm } from './clocks/alarm.ts';
import { madeOfClocks, ticketColumns } from './clocks/columns.ts';
import { notAfterParents, resumeClosed } from './clocks/pausing.ts';
import { withStandingClocks } from './clocks/standing.ts';
import { type Case, inOrder, parts } from './model/case.ts';
import type { Dispatch } from './model/dispatch.ts';
import type { ButtonKey, Prominence } from './showing.ts';
import { endEverything } from './steps/ending.ts';
import type { About, Moment, Verb } from './verb.ts';
import { type VerbName, verbNames, verbs } from './verbs/index.ts';
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
  prominence: Prominence;
  key: ButtonKey | null;
  disabledReason: string | null;
  disabledReasonEn: string | null;
};

/** What came of a verb: the new case, the names of what changed (no values), and the child it was about. */
export type Taken = {
  readonly case: Case;
  readonly fields: readonly string[];
  readonly childId: string | null;
  /** The second ticket that changed with it; `before` is null where the verb made it. */
  readonly other?: { readonly before: Case | null; readonly case: Case; readonly fields: readonly string[] };
};

/** The registry keeps each verb's own input and target types; here all are handled as one kind of thing. */
export const verbNamed = (name: VerbName) => verbs[name] as unknown as Verb;

/** What the actor of the moment may do to `c` now, in registry order, with the reason where it must wait. Never lists the clock's verbs. */
export function openActions(c: Case, m: Moment): OpenAction[] {
  const { actor } = m;
  if (c.ticket.archivedAt !== null) return [];
  return verbNames.flatMap((name) => {
    const verb = verbNamed(name);
    if (!verb.from.includes(c.ticket.status)) return [];
    const { prominence = 'more', key = null } = verb.button ?? {};
    return targetsOf(verb.about, c).flatMap((target) => {
      if (!verb.by(actor, c, target as never) || !isOffered(verb, c, target as never, actor)) return [];
      const why = verb.ready?.(c, target as never, m);
      const version = versionFor(verb, c, target);
      return [
        {
          name,
          term: verb.term,
          termEn: verb.termEn,
          about: verb.about,
          target: target?.id ?? null,
          version,
          prominence: typeof prominence === 'function' ? prominence(c) : prominence,
          key,
          disabledReason: why ? whys[why][1] : null,
          disabledReasonEn: why ? whys[why][2] : null,
        },
      ];
    });
  });
}

/**
 * The one way a case changes. Pure: `(case, verb, input, moment) → case'`.
 * @throws Refusal notFound (target), forbidden, wrongStatus, stale, or whatever the verb itself refuses.
 */
export function takeAction(
  c: Case,
  name: VerbName,
  version: number | null,
  input: Record<string, unknown>,
  m: Moment,
): Taken {
  const { actor } = m;
  const verb = verbNamed(name);
  if (c.ticket.archivedAt !== null) throw refuse('archived');
  const targetId = verb.about === 'ticket' ? null : input[`${verb.about}Id`];
  const target = targetsOf(verb.about, c).find((t) => (t?.id ?? null) === targetId);
  if (target === undefined) throw refuse('notTarget');
  if (!verb.by(actor, c, target as never)) throw refuse('notAllowed');
  if (actor.type === 'person') refuseStale(verb, c, target, version);
  if (!verb.from.includes(c.ticket.status) || !isOffered(verb, c, target as never, actor)) throw refuse('wrongStatus');
  const why = verb.ready?.(c, target as never, m);
  if (why) throw refuse(why);
  // After what is said beside the button: the second ticket is known only once it was chosen.
  const into = secondOf(verb, c, input, m);
  if (!isReason(verb, input['reasonCode'])) throw refuse('unknownReason');
  const change = verb.change(c, target as never, input as never, m);
  if (change instanceof Refusal) throw change;
  const { other, ...own } = change;
  const decided = verb.additive ? null : { dispatchId: verb.about === 'dispatch' ? (target?.id ?? null) : null };
  const after = settle(c, { ...c, ...own }, decided, m);
  const fields = changedFields(c, after);
  if (fields.length === 0) throw refuse('nothingChanged');
  const taken = { case: after, fields, childId: typeof targetId === 'string' ? targetId : null };
  if (!other) return taken;
  const second = into ? settle(into, other, decided && { dispatchId: null }, m) : other;
  return { ...taken, other: { before: into, case: second, fields: changedFields(into, second) } };
}

/** The second ticket that the input names: seen by the actor in the version he names, and his to act on like the first. */
function secondOf(verb: Verb, c: Case, input: Record<string, unknown>, m: Moment): Case | null {
  const other = verb.needs?.other;
  if (other === undefined || other === 'new') return null;
  const { id, version } = other.named(input as never);
  if (id === c.ticket.id) throw refuse('mergeSelf');
  if (!m.other) throw refuse('noOther');
  if (m.other.ticket.archivedAt !== null) throw refuse('archived');
  if (!verb.by(m.actor, m.other, null as never)) throw refuse('notAllowed');
  refuseStale(verb, m.other, null, version, '要并入的工单');
  return m.other;
}

/** Figures, desks and the clock go by the code: one that no list has would quietly mean nothing. */
const isReason = ({ reasons }: Verb, code: unknown) =>
  !reasons || code === undefined || code === null || reasons.some((r) => r.code === code);

const isOffered = (verb: Verb, c: Case, target: never, actor: Actor) => verb.offered?.(c, target, actor) !== false;

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
function refuseStale(verb: Verb, c: Case, target: Found, version: number | null, what = '该工单'): void {
  const current = versionFor(verb, c, target);
  if (current === null) return;
  const decided = verb.about === 'dispatch' ? current : c.ticket.decidedVersion;
  if (version === null || version < decided || version > c.ticket.version) {
    throw new Refusal('stale', `${what}已被他人更新，请查看最新内容后重试。您填写的内容已保留。`, {
      ticketId: c.ticket.id,
      version: current,
      seen: version,
    });
  }
}

/** What somebody else's pending action must have seen: null after an additive verb; the dispatch, where it was about one. */
type Decided = { readonly dispatchId: string | null } | null;

/** What follows from the change by itself: versions, alarms, the ticket's promise, and closing with the last appeal. */
export function settle(before: Case, changing: Case, decided: Decided, m: Moment): Case {
  const version = before.ticket.version + 1;
  const closed = changing.appeals.every((a) => a.status === 'closed');
  const closing = closed && changing.ticket.status !== 'closed';
  // Nobody is left to be answered: whose turn it still is, is released, and what was asked for falls away.
  const changed = closing ? endEverything(changing, m) : resumeClosed(changing, m);
  const standing = withStandingClocks({
    ...changed,
    dispatches: notAfterParents(changed, m),
    ticket: {
      ...changed.ticket,
      version,
      decidedVersion: decided ? version : changed.ticket.decidedVersion,
      ...(closing
        ? {
            status: 'closed' as const,
            closedAt: lastClosed(changed) ?? m.at,
            outcome: closedBy(before, changed)?.outcome ?? null,
            ...ticketColumns.callback(null),
          }
        : {}),
    },
  });
  const dispatches = standing.dispatches.map((d, i) => {
    const old = before.dispatches[i];
    const row = { ...d, nextAlarmAt: closed ? null : nextAlarm(changed, d) };
    if (!old) return row;
    if (decided && (decided.dispatchId === d.id || isChanged(old, d))) return { ...row, version: old.version + 1 };
    return diff(old, row).length > 0 ? row : old;
  });
  return inOrder({ ...standing, dispatches });
}

/** Changed by what somebody did; that its clock stands still or was moved in vain is nothing to anybody else's action. */
const isChanged = (old: Dispatch, d: Dispatch) => diff(old, d).some((f) => f !== 'pausedAt' && !madeOfClocks.has(f));

const lastClosed = (c: Case) =>
  c.appeals
    .flatMap((a) => a.closedAt ?? [])
    .sort()
    .at(-1);

/** The appeal that was the last to close; one withdrawn earlier does not tell what became of the matter. */
const closedBy = (before: Case, after: Case) =>
  after.appeals.find((a) => before.appeals.find((b) => b.id === a.id)?.status !== 'closed') ?? after.appeals[0];

/** Names only, never values: `ticket.status`, `t1-d2.repliedAt`, `+t1-d3` for a row that came, `-a2` for one that left. */
export function changedFields(before: Case | null, after: Case): string[] {
  const names = before
    ? diff(before.ticket, after.ticket).filter(
        (f) =>
          f !== 'version' &&
          f !== 'decidedVersion' &&
          f !== 'dueProvisionalAt' &&
          !isMadeOfClocks(f, before.ticket, after.ticket),
      )
    : [];
  const fields = names.map((f) => `ticket.${f}`);
  for (const part of parts) {
    const kept = new Set(after[part].map((row) => row.id));
    for (const row of before?.[part] ?? []) if (!kept.has(row.id)) fields.push(`-${row.id}`);
    const old = new Map<string, Row>(before?.[part].map((row) => [row.id, row]));
    for (const row of after[part]) {
      const was = old.get(row.id);
      if (was === row) continue;
      if (!was) fields.push(`+${row.id}`);
      else
        fields.push(
          ...diff(was, row)
            .filter((f) => f !== 'version' && f !== 'nextAlarmAt' && f !== 'pausedAt' && !isMadeOfClocks(f, was, row))
            .map((f) => `${row.id}.${f}`),
        );
    }
  }
  return fields;
}

/** A clock as a whole is no change of its own beside its due; that its due is provisional no longer is one. */
const isMadeOfClocks = (field: string, was: Row, is: Row) =>
  madeOfClocks.has(field) && isProvisional(was[field]) === isProvisional(is[field]);
const isProvisional = (clock: unknown) =>
  typeof clock === 'object' && clock !== null && 'provisional' in clock && clock.provisional === true;

type Row = Readonly<Record<string, unknown>>;

const diff = (a: Row, b: Row) => Object.keys(b).filter((key) => a[key] !== b[key]);
