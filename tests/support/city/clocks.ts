import type { EventRow } from '@hotline/db/store/schema';
import { subjectOf } from '@hotline/shared/ticket/clocks/subject';
import type { Case } from '@hotline/shared/ticket/model/case';
import { type Dispatch, isOpen } from '@hotline/shared/ticket/model/dispatch';
import { urgencies } from '@hotline/shared/ticket/model/ticket';
import type { Moment } from '@hotline/shared/ticket/verb';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import { earliest, type Instant } from '@hotline/shared/time/instant';
import type { Limit } from '@hotline/shared/time/limit';
import { matchRule } from '@hotline/shared/time/rules/matchRule';
import { promiseLimits } from '@hotline/shared/time/rules/ruleDeadlines';
import {
  type Against,
  asItStands,
  capped,
  change,
  extendedBy,
  paused,
  recount,
  relimited,
  type SlowClock,
  shortened,
  startedAt,
  startedBefore,
} from './slowClock.ts';

export type Happening = Pick<EventRow, 'ticketId' | 'verb' | 'childId' | 'at'> & { fields: readonly string[] };

/**
 * Every clock of a city once more: from the frozen limit and all that moved it, walked day by day. It reads the log for
 * what happened and the case for the words that were said (days granted, when a pause began), never for a due.
 */
export function openClocks(momentOf: (centreId: string, at: Instant) => Moment) {
  let data: CalendarData = stateCouncilCalendar('reference');
  const dispatches = new Map<string, SlowClock>();
  const promises = new Map<string, SlowClock>();
  const urgency = new Map<string, string>();
  const openAppeals = new Set<string>();
  const overPauses = new Set<string>();

  /** The case stands as it does after all of `later`, which happened at the same moment. */
  const follow = (e: Happening, c: Case, later: readonly Happening[] = []) => {
    const names = new Set(e.fields);
    if (e.verb === 'log') {
      const a = c.appeals.find((x) => x.id === e.childId);
      if (a) promises.set(a.id, startedAt(data, a.receivedAt, limitOf(a.promiseClock)));
      if (a) openAppeals.add(a.id);
    }
    if (e.verb === 'amend' && !wasSent(c)) promiseAgain(c, names, e.at);
    if (e.verb === 'amend' && hasRisen(c))
      for (const d of c.dispatches.toSorted((x, y) => (isLead(x) ? -1 : isLead(y) ? 1 : 0)))
        if (!isSentBackIn(later, d)) shorten(c, d, e.at);
    if (e.verb === 'amend' || !urgency.has(c.ticket.id)) urgency.set(c.ticket.id, c.ticket.urgency);
    for (const d of c.dispatches) if (names.has(`+${d.id}`)) dispatches.set(d.id, sent(c, d));
    // Those that ended by their end, for one may have ended before another began.
    for (const p of c.pauses.toSorted((x, y) => ((x.endedAt ?? '') < (y.endedAt ?? '') ? -1 : 1))) {
      const clock = dispatches.get(p.dispatchId ?? '') ?? promises.get(p.appealId ?? '');
      // One that is over may come over with its appeal, from the ticket it was in.
      if (!clock || overPauses.has(p.id)) continue;
      const isNamed = names.has(`+${p.id}`) || names.has(`${p.id}.endedAt`);
      if (names.has(`+${p.id}`)) stop(clock, p.id, p.startedAt);
      // The case is as it stands after all that happened: an event before the one that ended it says nothing of its end.
      if (p.endedAt === null || !isNamed) continue;
      overPauses.add(p.id);
      goOn(clock, p.id, p.endedAt);
    }
    if (e.verb === 'grantExtension') extended(c, e.childId);
    if (e.verb === 'applyCalendar') recountAll(c);
    for (const d of c.dispatches) {
      const [own, parent] = [dispatches.get(d.id), dispatches.get(d.parentId ?? '')];
      if (own && parent && !own.isOver) cap(own, asItStands(parent, own.since ?? e.at));
      if (own && (names.has(`${d.id}.status`) || d.endedAt !== null)) own.isOver = !isOpen(d) && d.status !== 'replied';
    }
    for (const a of c.appeals)
      if (names.has(`${a.id}.status`)) openAppeals[a.status === 'open' ? 'add' : 'delete'](a.id);
  };

  /**
   * Before dispatch an amended ticket is promised anew, from when its appeals were received and with all that moved them:
   * only where something that the rules look at was amended, and a promise already broken is not mended by it.
   */
  const promiseAgain = (c: Case, names: ReadonlySet<string>, at: Instant) => {
    const isTicket = names.has('ticket.urgency') || names.has('ticket.categoryId');
    for (const a of c.appeals) {
      if (a.status !== 'open' || !(isTicket || names.has(`${a.id}.kind`) || names.has(`${a.id}.service`))) continue;
      const was = promises.get(a.id);
      if (!was) continue;
      const m = momentOf(c.ticket.centreId, at);
      const { kind, service, channel } = a;
      const { rule } = matchRule(m.rules, subjectOf({ ...c.ticket, kind, service, channel }, m));
      const anew = relimited(was, data, startedAt(data, a.receivedAt, limitOf({ limits: promiseLimits(rule) })));
      if (at < was.at.due || anew.at.due <= was.at.due) promises.set(a.id, anew);
    }
  };
  /** Its first dispatch is known, or it was split from a ticket that had been sent out. */
  const wasSent = ({ ticket: { firstDispatchedAt }, dispatches: [first] }: Case) =>
    (first !== undefined && dispatches.has(first.id)) ||
    (firstDispatchedAt !== null && (first === undefined || firstDispatchedAt < first.sentAt));
  /** It was replied to until then, so nothing before shortened it. */
  const isSentBackIn = (later: readonly Happening[], d: Dispatch) =>
    later.some(({ verb, fields }) => verb === 'sendBackReply' && fields.includes(`${d.id}.status`));
  const hasRisen = (c: Case) => rank(c.ticket.urgency) > rank(urgency.get(c.ticket.id) ?? 'normal');
  const shorten = (c: Case, d: Dispatch, at: Instant) => {
    const clock = dispatches.get(d.id);
    if (!clock || clock.isOver || d.status === 'replied') return;
    const m = momentOf(c.ticket.centreId, at);
    const { replyLimit } = matchRule(m.rules, subjectOf(c.ticket, m, d.departmentId)).rule;
    const lead = c.dispatches.find((x) => isOpen(x) && x.role === 'lead' && x.parentId === null);
    const whole = d.role === 'assist' ? dispatches.get(lead?.id ?? '') : undefined;
    change(clock, data, shortened(at, replyLimit, whole ? asItStands(whole, at) : null, clock.since));
  };
  const sent = (c: Case, d: Dispatch): SlowClock => {
    const whole = dispatches.get((d.parentId === null ? leadOf(c, d) : d.parentId) ?? '');
    return whole
      ? startedBefore(data, d.sentAt, limitOf(d.replyClock), whole)
      : startedAt(data, d.sentAt, limitOf(d.replyClock));
  };
  const cap = (clock: SlowClock, above: Against) => {
    if (above(data, 'now') < clock.at.due) change(clock, data, capped(above));
  };
  const stop = (clock: SlowClock, pauseId: string, at: Instant) => {
    if (clock.pauses.size === 0) clock.since = at;
    clock.pauses.set(pauseId, at);
  };
  const goOn = (clock: SlowClock, pauseId: string, at: Instant) => {
    clock.pauses.delete(pauseId);
    const others = [...clock.pauses.values()].sort();
    if (clock.since === null || others.some((from) => from < at)) return;
    if (at > clock.since) change(clock, data, paused(clock.since, at));
    clock.since = others[0] ?? null;
  };
  const extended = (c: Case, requestId: string | null) => {
    const r = c.requests.find((x) => x.id === requestId);
    const d = c.dispatches.find((x) => x.id === r?.dispatchId);
    if (!r?.grantedDays || !d) return;
    // A promise kept in an earlier round, or broken before more time was asked for, is past moving; one that stands still is not.
    const promised = c.appeals
      .filter((a) => openAppeals.has(a.id) && a.answeredAt === null)
      .map((a) => promises.get(a.id))
      .filter((clock) => clock !== undefined && (earliest(r.askedAt, clock.since) ?? r.askedAt) < clock.at.due);
    for (const clock of [dispatches.get(d.id), ...(isLead(d) ? promised : [])])
      if (clock) change(clock, data, extendedBy(r.grantedDays));
  };
  /** A correction counts whatever still runs once more, by the calendar as it now is. */
  const recountAll = (c: Case) => {
    for (const d of c.dispatches.filter(isOpen)) {
      const clock = dispatches.get(d.id);
      if (clock) recount(clock, data);
    }
    for (const a of c.appeals) {
      const clock = promises.get(a.id);
      if (clock && openAppeals.has(a.id) && a.answeredAt === null) recount(clock, data);
    }
  };

  return {
    follow,
    /** The calendar by which clocks are counted from now on. */
    changeCalendar: (next: CalendarData) => {
      data = next;
    },
    /** Every clock that still runs, and those that ran out, beside what the reference says of it. */
    compare: (c: Case): [name: string, actual: string, expected: string][] => [
      ...c.dispatches
        .filter(isOpen)
        .map((d): [string, string, string] => [d.id, said(d.dueAt, d.originalDueAt), shown(dispatches.get(d.id))]),
      ...c.appeals
        .filter((a) => a.status === 'open')
        .map((a): [string, string, string] => [
          a.id,
          said(a.promisedDueAt, a.originalPromisedDueAt),
          shown(promises.get(a.id)),
        ]),
    ],
  };
}

const limitOf = ({ limits: [limit] }: { readonly limits: readonly Limit[] }): Limit => {
  if (!limit) throw new Error('a clock without a limit');
  return limit;
};

const isLead = (d: Dispatch) => d.role === 'lead' && d.parentId === null;

/** The lead an assist was sent for: itself none. */
const leadOf = (c: Case, d: Dispatch): string | null =>
  d.role === 'lead'
    ? null
    : (c.dispatches.findLast(
        (x) => x.role === 'lead' && x.parentId === null && x.round === d.round && x.sentAt <= d.sentAt,
      )?.id ?? null);

const rank = (urgency: string) => urgencies.indexOf(urgency as (typeof urgencies)[number]);
const said = (due: string, original: string) => `${due} (${original})`;
const shown = (clock: SlowClock | undefined) => (clock ? said(clock.at.due, clock.original) : 'unknown');
