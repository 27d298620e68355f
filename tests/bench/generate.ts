import { fillCounters } from '@hotline/db/figures/fillCounters';
import { migrate } from '@hotline/db/migrate';
import { openStore } from '@hotline/db/store/open';
import { closeHotline, openHotline } from '@hotline/server/app/hotline';
import { type Chance, openChance } from '@hotline/server/demo/chance';
import { centre, departments } from '@hotline/server/demo/city/city';
import { centrePath, departmentPaths, foundCity } from '@hotline/server/demo/found';
import { matters } from '@hotline/server/demo/matters';
import { eventOf } from '@hotline/server/tickets/record';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import type { Actor, Role } from '@hotline/shared/people/actor';
import { takeAction } from '@hotline/shared/ticket/lifecycle';
import { newCase } from '@hotline/shared/ticket/log';
import { type Case, parts } from '@hotline/shared/ticket/model/case';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { localDate, toInstant } from '@hotline/shared/time/instant';
import Sqlite from 'better-sqlite3';

/** Monday 23 November 2026, 10:00 in Fuzhou: the moment the benchmark takes place, whatever the day. */
export const benchNow = Date.parse('2026-11-23T02:00:00.000Z');
/** As a city of eight million: the open tickets of a fortnight. */
const perDay = 1_370;
const openTickets = 20_000;
const stepMs = Math.floor(86_400_000 / perDay);
const hour = 3_600_000;

type NewEvent = ReturnType<typeof eventOf>;
type Lived = { case: Case; events: NewEvent[] };

/**
 * Fills a new file with `count` tickets, the newest `openTickets` of them open. Each case lives through the pure verbs,
 * so it is as valid as any other; only the writing goes past the writer, without durability, because nobody waits for it.
 */
export async function generate(file: string, count: number): Promise<void> {
  const store = openStore(`file:${file}`);
  await migrate(store);
  const start = benchNow - count * stepMs;
  await foundCity(store, toInstant(start - 86_400_000));
  const hotline = await openHotline(store);
  const { moment } = hotline.catalog;
  await closeHotline(hotline);
  const db = new Sqlite(file);
  db.pragma('journal_mode = DELETE');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -1000000');
  // Sorting once at the end is quicker than keeping fifty indexes up to date.
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null",
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  const insert = inserter(db);
  const chance = openChance(count);
  const samples = Array.from({ length: 5_000 }, () => matters(chance));
  const citizens = Math.ceil(count / 3);
  const known = new Set<number>();
  let seq = 0;
  let day = '';
  let ofDay = 0;

  const at = (ms: number, actor: Actor) => moment(centre.code, toInstant(ms), actor);
  const write = (i: number) => {
    const receivedMs = start + i * stepMs;
    const receivedAt = toInstant(receivedMs);
    const today = localDate(receivedAt, 480).replaceAll('-', '').slice(2);
    if (today !== day) {
      if (day) insert('numbering', { centreId: '*', day, next: ofDay + 1 });
      [day, ofDay] = [today, 0];
    }
    ofDay += 1;
    const { input } = chance.pick(samples);
    const who = chance.between(0, citizens);
    const anonymous = input.citizen.identity === 'anonymous';
    const phone = anonymous ? null : (readPhone(phoneOf(who), null)?.phone ?? null);
    const citizenId = phone ? `c${who}` : null;
    const name = input.citizen.name ?? null;
    if (citizenId && !known.has(who)) {
      known.add(who);
      insert('citizen', { id: citizenId, centreId: centre.code, phone, name, createdAt: receivedAt });
    }
    const id = `b${String(i).padStart(9, '0')}`;
    const number = `${day}${String(ofDay).padStart(5, '0')}`;
    const given = { appealId: `${id}-a1`, ticketId: id, number, queryCode: 'BENCHABC', centreId: centre.code };
    const c = newCase(input, { ...given, citizenId, phone, receivedAt, externalNumber: null }, at(receivedMs, agent));
    const made = { before: null, after: c, fields: [`+${id}-a1`], childId: `${id}-a1`, linkedTicketId: null };
    const logged = { ...made, verb: 'log' as const, actor: agent, at: receivedAt };
    const lived: Lived = { case: c, events: [eventOf(logged)] };
    live(lived, chance, receivedMs, count - i <= Math.min(openTickets, count / 5) ? i % 10 : 10);
    insert('ticket', lived.case.ticket);
    for (const part of parts) for (const row of lived.case[part]) insert(tables[part], row);
    for (const event of lived.events) {
      seq += 1;
      insert('event', {
        seq,
        ...event,
        fields: JSON.stringify(event.fields),
        audienceBefore: event.audienceBefore && JSON.stringify(event.audienceBefore),
        audienceAfter: event.audienceAfter && JSON.stringify(event.audienceAfter),
      });
    }
  };
  /** Lets the case live on: 0–1 wait for dispatch, … 9 for the callback, 10 is closed. */
  const live = (lived: Lived, chance: Chance, receivedMs: number, until: number) => {
    // What is still open was sent out lately, so that not every clock has run out.
    const recent = benchNow - Math.floor(chance.next() * 40 * hour);
    let now = until < 10 ? Math.max(receivedMs, recent - 2 * hour) : receivedMs;
    const act = (actor: Actor, verb: VerbName, afterMs: number, input: Record<string, unknown>) => {
      now = until < 10 ? Math.min(now + afterMs, benchNow) : now + afterMs;
      const m = at(now, actor);
      const before = lived.case;
      const taken = takeAction(before, verb, before.ticket.version, input, m);
      lived.case = taken.case;
      const { fields, childId } = taken;
      lived.events.push(
        eventOf({ before, after: taken.case, fields, childId, linkedTicketId: null, verb, actor, at: m.at }),
      );
    };
    if (until < 2) return;
    const leadId = chance.pick(leads);
    const assistId = chance.happens(0.15) ? chance.pick(leads) : leadId;
    act(dispatcher, 'dispatch', chance.between(1, 60) * 60_000, {
      leadId,
      assistIds: assistId === leadId ? [] : [assistId],
    });
    for (const dispatch of [...lived.case.dispatches].reverse()) {
      if (until < (dispatch.role === 'lead' ? 4 : 3)) return;
      const clerk = clerks.get(dispatch.departmentId) ?? agent;
      const dispatchId = dispatch.id;
      act(clerk, 'sign', chance.between(1, 5) * hour, { dispatchId });
      if (dispatch.role === 'lead' && until < 8) return;
      const late = chance.happens(0.04);
      const answer = { actuality: 'confirmed', solved: 'solved', handling, publicReply, contactedBy: 'phone' };
      const contactedAt = toInstant(now);
      const left = Date.parse(dispatch.dueAt) - now;
      const wait = Math.max(hour, left * (late ? 1.4 : 0.2 + 0.6 * chance.next()));
      act(clerk, 'reply', Math.floor(wait), { dispatchId, contactedAt, ...answer });
      if (dispatch.requiresApproval !== null) act(clerk, 'approveReply', hour, { dispatchId });
    }
    if (until < 9) return;
    const dispatch = lived.case.dispatches[0];
    act(reviewer, 'acceptReply', chance.between(1, 4) * hour, { dispatchId: dispatch?.id });
    if (until < 10 || lived.case.ticket.status === 'closed') return;
    const satisfaction = chance.happens(0.86) ? 'satisfied' : 'dissatisfied';
    act(callback, 'recordCallback', chance.between(4, 30) * hour, {
      appealId: lived.case.appeals[0]?.id,
      reached: 'reached',
      contacted: 'yes',
      solved: satisfaction === 'satisfied' ? 'yes' : 'no',
      satisfaction,
    });
  };

  const page = 10_000;
  for (let i = 0; i < count; i += page) {
    db.transaction(() => {
      for (let j = i; j < Math.min(i + page, count); j++) write(j);
    })();
  }
  db.transaction(() => {
    insert('numbering', { centreId: '*', day, next: ofDay + 1 });
    // Counted from the rows below, as a store is that figures came to later.
    db.exec('delete from counted_figure');
    db.prepare('update head set seq = ?').run(seq);
    // What was made here is in no search index (fillSearch.ts puts it there); what a benchmark logs is taken up.
    db.prepare("insert into follower (name, seq, filled_to) values ('finder', ?, null)").run(seq);
  })();
  for (const { sql } of indexes) db.exec(sql);
  db.close();
  const made = openStore(`file:${file}`);
  await fillCounters(made);
  await made.close();
}

/** A mobile number in the range kept for the demo and the ranges beside it, one for each citizen. */
export const phoneOf = (citizen: number) => `199${String(citizen % 100_000_000).padStart(8, '0')}`;

const tables: Record<(typeof parts)[number], string> = {
  appeals: 'appeal',
  dispatches: 'dispatch',
  requests: 'request',
  replies: 'reply',
  callbacks: 'callback',
  urges: 'urge',
  cards: 'card',
  orders: 'supervision_order',
  pauses: 'pause',
  notes: 'note',
  citations: 'citation',
};

/** One prepared insert for each table, made from the first row's own properties. */
function inserter(db: Sqlite.Database) {
  const statements = new Map<string, Sqlite.Statement>();
  return (table: string, row: Record<string, unknown>): void => {
    let statement = statements.get(table);
    if (!statement) {
      const names = Object.keys(row);
      const columns = names.map((c) => `"${c.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)}"`).join(', ');
      const values = names.map(() => '?').join(', ');
      statement = db.prepare(`insert into "${table}" (${columns}) values (${values})`);
      statements.set(table, statement);
    }
    // A clock is kept as JSON text.
    statement.run(...Object.values(row).map((v) => (typeof v === 'object' && v !== null ? JSON.stringify(v) : v)));
  };
}

const person = (id: string, path: string, ...roles: Role[]): Actor => ({
  type: 'person',
  id: `p-${id}`,
  name: id,
  grants: roles.map((role) => ({ role, path })),
});
const agent = person('agent', centrePath, 'agent');
const dispatcher = person('dispatcher', centrePath, 'dispatcher');
const reviewer = person('reviewer', centrePath, 'reviewer');
const callback = person('callback', centrePath, 'callbackAgent');
/** The first-level departments: in Fuzhou 93. */
const leads = departments.filter((d) => d.parentCode === null).map((d) => d.code);
const clerks = new Map(
  leads.map((code) => [code, person(code, departmentPaths.get(code) ?? '', 'handler', 'departmentHead')]),
);
const handling = '经核查，情况属实。我单位已安排人员到场处置，现场问题已整改完毕，并将加强日常巡查，防止反弹。';
const publicReply = '您好，您反映的问题我们已经到场核实并处理完毕，感谢您对我们工作的监督与支持。';
