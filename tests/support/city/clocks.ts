import type { EventRow } from '@hotline/db/store/schema';
import { subjectOf } from '@hotline/shared/ticket/clocks/clock';
import type { Case } from '@hotline/shared/ticket/model/case';
import { type Dispatch, isOpen } from '@hotline/shared/ticket/model/dispatch';
import { urgencies } from '@hotline/shared/ticket/model/ticket';
import type { Moment } from '@hotline/shared/ticket/verb';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import type { Instant } from '@hotline/shared/time/instant';
import type { Limit } from '@hotline/shared/time/limit';
import { day, slowDeadline, slowNthDay, slowResume } from '@hotline/shared/time/reference.test-support';
import { matchRule } from '@hotline/shared/time/rules/matchRule';
import { slowAssistDue } from './assistDue.ts';

type Clock = {
  due: Instant;
  original: Instant;
  limit: Limit;
  since: Instant | null;
  pauses: Set<string>;
  isOver: boolean;
};
export type Happening = Pick<EventRow, 'ticketId' | 'verb' | 'childId' | 'at'> & { fields: readonly string[] };

/**
 * Every clock of a city once more: from the frozen limit, the pauses and the extensions, walked day by day. It reads the
 * log for what happened and the case for the words that were said (days granted, when a pause began), never for a due.
 */
export function openClocks(momentOf: (centreId: string, at: Instant) => Moment) {
  const data: CalendarData = stateCouncilCalendar('reference');
  const dispatches = new Map<string, Clock>();
  const promises = new Map<string, Clock>();
  const urgency = new Map<string, string>();
  const openAppeals = new Set<string>();
  const overPauses = new Set<string>();

  const follow = (e: Happening, c: Case) => {
    const names = new Set(e.fields);
    if (e.verb === 'log') {
      const a = c.appeals.find((x) => x.id === e.childId);
      if (a) promises.set(a.id, started(a.receivedAt, { amount: a.promiseAmount, unit: a.promiseUnit } as Limit));
      if (a) openAppeals.add(a.id);
    }
    const firstSent = c.dispatches[0]?.id;
    if (e.verb === 'amend' && (firstSent === undefined || !dispatches.has(firstSent))) promiseAgain(c);
    if (e.verb === 'amend' && hasRisen(c))
      for (const d of c.dispatches.toSorted((x, y) => (isLead(x) ? -1 : isLead(y) ? 1 : 0))) shorten(c, d, e.at);
    if (e.verb === 'amend' || !urgency.has(c.ticket.id)) urgency.set(c.ticket.id, c.ticket.urgency);
    for (const d of c.dispatches) if (names.has(`+${d.id}`)) dispatches.set(d.id, sent(c, d));
    for (const p of c.pauses) {
      const clock = dispatches.get(p.dispatchId ?? '') ?? promises.get(p.appealId ?? '');
      // One that is over may come over with its appeal, from the ticket it was in.
      if (!clock || overPauses.has(p.id)) continue;
      if (p.endedAt !== null) overPauses.add(p.id);
      if (names.has(`+${p.id}`)) stop(clock, p.id, p.startedAt);
      if (p.endedAt !== null && (names.has(`${p.id}.endedAt`) || names.has(`+${p.id}`))) goOn(clock, p.id, p.endedAt);
    }
    if (e.verb === 'grantExtension') extended(c, e.childId);
    for (const d of c.dispatches) {
      const [own, parent] = [dispatches.get(d.id), dispatches.get(d.parentId ?? '')];
      if (own && parent && !own.isOver && parent.due < own.due) own.due = parent.due;
      if (own && (names.has(`${d.id}.status`) || d.endedAt !== null)) own.isOver = !isOpen(d) && d.status !== 'replied';
    }
    for (const a of c.appeals)
      if (names.has(`${a.id}.status`)) openAppeals[a.status === 'open' ? 'add' : 'delete'](a.id);
  };

  const started = (from: Instant, limit: Limit): Clock => {
    const due = slowDeadline(data, from, limit) ?? 'no data';
    return { due, original: due, limit, since: null, pauses: new Set(), isOver: false };
  };
  /** Before dispatch an amended ticket is promised anew, from when its appeals were received. */
  const promiseAgain = (c: Case) => {
    for (const a of c.appeals)
      if (a.status === 'open')
        promises.set(a.id, started(a.receivedAt, { amount: a.promiseAmount, unit: a.promiseUnit } as Limit));
  };
  const hasRisen = (c: Case) => rank(c.ticket.urgency) > rank(urgency.get(c.ticket.id) ?? 'normal');
  /** Each by its own limit from now, an assist besides still before its lead; never later than it was. */
  const shorten = (c: Case, d: Dispatch, at: Instant) => {
    const clock = dispatches.get(d.id);
    if (!clock || clock.isOver || d.status === 'replied') return;
    const m = momentOf(c.ticket.centreId, at);
    const { replyLimit } = matchRule(m.rules, subjectOf(c.ticket, m, d.departmentId)).rule;
    const lead = c.dispatches.find((x) => isOpen(x) && x.role === 'lead' && x.parentId === null);
    const whole = d.role === 'assist' ? dispatches.get(lead?.id ?? '') : undefined;
    const dues = [clock.due, slowDeadline(data, at, replyLimit) ?? clock.due];
    if (whole) dues.push(slowAssistDue(data, at, whole.due, replyLimit));
    clock.due = dues.sort()[0] ?? clock.due;
  };
  const sent = (c: Case, d: Dispatch): Clock => {
    const limit = { amount: d.limitAmount, unit: d.limitUnit } as Limit;
    const above = d.parentId === null ? leadOf(c, d) : d.parentId;
    const whole = dispatches.get(above ?? '');
    if (above === null || !whole) return started(d.sentAt, limit);
    const due = slowAssistDue(data, d.sentAt, whole.due, whole.limit);
    return { due, original: due, limit, since: null, pauses: new Set(), isOver: false };
  };
  const stop = (clock: Clock, pauseId: string, at: Instant) => {
    if (clock.pauses.size === 0) clock.since = at;
    clock.pauses.add(pauseId);
  };
  const goOn = (clock: Clock, pauseId: string, at: Instant) => {
    clock.pauses.delete(pauseId);
    if (clock.pauses.size > 0 || clock.since === null) return;
    if (at > clock.since) clock.due = slowResume(data, clock.due, clock.limit, clock.since, at) ?? clock.due;
    clock.since = null;
  };
  const extended = (c: Case, requestId: string | null) => {
    const r = c.requests.find((x) => x.id === requestId);
    const d = c.dispatches.find((x) => x.id === r?.dispatchId);
    if (!r?.grantedDays || !d) return;
    // A promise kept in an earlier round, or broken before more time was asked for, is past moving.
    const promised = c.appeals
      .filter((a) => openAppeals.has(a.id) && a.answeredAt === null)
      .map((a) => promises.get(a.id))
      .filter((clock) => clock !== undefined && r.askedAt < clock.due);
    const moved = [dispatches.get(d.id), ...(isLead(d) ? promised : [])];
    for (const clock of moved)
      if (clock)
        clock.due = slowNthDay(data, day(data, Date.parse(clock.due) - 1), r.grantedDays, 'workingDays') ?? clock.due;
  };

  return {
    follow,
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
const shown = (clock: Clock | undefined) => (clock ? said(clock.due, clock.original) : 'unknown');
