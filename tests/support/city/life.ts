import { findCase } from '@hotline/db/cases/cases';
import { insertPerson, personByUsername } from '@hotline/db/people/people';
import { actorOf } from '@hotline/server/sessions/actor';
import type { ApiClient } from '@hotline/shared/api/client';
import type { Actor } from '@hotline/shared/people/actor';
import { audienceOf, scopeOf, sees } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { type OpenAction, openActions } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import { type VerbName, verbNames, verbs } from '@hotline/shared/ticket/verbs/index';
import { appealOf, type Op, cast as ofHistory, pick } from '../history.ts';
import type { TestHotline } from '../hotline.ts';
import { cityInput, efficiencyComplaint } from './inputs.ts';
import { nextInstant } from './waiting.ts';

export const cast = [...ofHistory, 'manager', 'water-01', 'urban-01'];
/** Verbs that carry a matter through; without a liking for them a city would mostly urge and claim. */
const flow: readonly VerbName[] = [
  ...([
    'dispatch',
    'sign',
    'reply',
    'approveReply',
    'acceptReply',
    'recordCallback',
    'subDispatch',
    'designate',
  ] as const),
  ...(['requestExtension', 'grantExtension', 'requestReturn', 'approveReturn'] as const),
  ...(['requestShelving', 'approveShelving', 'askQuestion', 'askCitizen', 'sendBackReply', 'refuseRework'] as const),
];
export type Chosen = { who: string; action: OpenAction; ticketId: string; input: Record<string, unknown> };
export type Life = Awaited<ReturnType<typeof openLife>>;

/** The people of the city, each with a client of the public API; they choose by small numbers what to do next. */
export async function openLife(h: TestHotline) {
  await employSubUnits(h);
  const actors = new Map<string, Actor>();
  const clients = new Map<string, ApiClient>();
  const tickets: string[] = [];
  /** Number and query code of each appeal, as its citizen was told. */
  const receipts: { number: string; code: string }[] = [];
  const done = new Map<VerbName, number>();
  for (const username of cast) {
    const person = await personByUsername(h.store.reader, username);
    if (!person) throw new Error(`nobody called ${username}`);
    actors.set(username, actorOf(person));
    clients.set(username, await h.as(username));
  }
  const client = (who: string) => clients.get(who) as ApiClient;
  const momentOf = (c: Case, actor: Actor) => h.hotline.catalog.moment(c.ticket.centreId, h.clock.now, actor);
  const caseOf = async (id: string): Promise<Case> => {
    const c = await findCase(h.store.reader, id);
    if (!c) throw new Error(`no case ${id}`);
    return c;
  };
  const countOf = (name: VerbName) => done.get(name) ?? 0;

  /** What somebody of the cast could do to one of the tickets, or what is shown but disabled. */
  const choose = async (op: Op, isDisabled = false, of = tickets): Promise<Chosen | undefined> => {
    for (let i = 0; i < 4; i++) {
      const ticketId = pick(of.slice(-24), op.which + i * 7);
      if (!ticketId) return undefined;
      const c = await caseOf(ticketId);
      const seeing = [...actors].filter(([, actor]) => sees(scopeOf(actor), audienceOf(c)));
      const all = seeing.flatMap(([who, actor]) =>
        openActions(c, momentOf(c, actor)).map((action) => ({ who, action, ticketId })),
      );
      const open = all.filter(({ action }) => (action.disabledReason !== null) === isDisabled);
      const names = [...new Set(open.map(({ action }) => action.name))]
        // After it nothing happens any more: most of what is closed stays in reach for a while.
        .filter((name) => name !== 'archive' || op.which % 6 === 0)
        .sort();
      if (names.length === 0) continue;
      const least = names.toSorted((a, b) => countOf(a) - countOf(b)).slice(0, 3);
      const onward = names.filter((name) => flow.includes(name));
      const how = op.what % 10;
      const name = pick(how < 3 ? least : how < 8 && onward.length > 0 ? onward : names, op.extra + op.what);
      const chosen = pick(
        open.filter(({ action }) => action.name === name),
        op.who,
      );
      if (!chosen) continue;
      const other = pick(
        tickets.filter((id) => id !== ticketId),
        op.extra,
      );
      const about = { own: c, other: other ? await caseOf(other) : null };
      return { ...chosen, input: cityInput(chosen.action, op, h.clock.now, about) };
    }
    return undefined;
  };
  const send = async ({ who, action, ticketId, input }: Chosen): Promise<void> => {
    await client(who).act(ticketId, action.name, action.version, input as never);
    done.set(action.name, countOf(action.name) + 1);
  };
  /** Anybody tries anything, with a version that may be old. */
  const tryAnything = async (op: Op): Promise<Chosen | undefined> => {
    const ticketId = pick(tickets, op.which);
    const name = pick(
      verbNames.filter((v) => verbs[v].by !== verbs.autoSign.by),
      op.what,
    );
    const who = pick(cast, op.who);
    if (!ticketId || !name || !who) return undefined;
    const c = await caseOf(ticketId);
    const { about } = verbs[name];
    const targets = {
      ticket: [],
      appeal: c.appeals,
      dispatch: c.dispatches,
      request: c.requests,
      order: c.orders,
      card: c.cards,
    };
    const target: { id: string; version?: number } | undefined = pick<{ id: string }>(targets[about], op.extra);
    const version = (target?.version ?? c.ticket.version) - (op.extra % 3 === 0 ? 1 : 0);
    const action = { name, target: target?.id ?? null, version: Math.max(1, version) } as OpenAction;
    const other = pick(tickets, op.extra);
    const input = cityInput(action, op, h.clock.now, { own: c, other: other ? await caseOf(other) : null });
    return { who, action, ticketId, input };
  };
  const log = async (op: Op, joinTicketId?: string): Promise<string> => {
    const body = { ...appealOf(op, joinTicketId), ...efficiencyComplaint(op) };
    const { appeal, ticket } = await client('agent').call('logAppeal', { body });
    receipts.push({ number: appeal.number, code: appeal.queryCode });
    if (!joinTicketId) tickets.push(ticket.id);
    return ticket.id;
  };
  const portal = async (op: Op): Promise<string> => {
    const anybody = await h.as(null);
    const receipt = pick(receipts, op.which);
    if (op.what % 3 === 0 || !receipt) {
      const { content, kind } = appealOf(op);
      const filed = await anybody.call('portalAppeal', {
        body: { content, kind, name: '林女士', phone: '19900004321' },
      });
      receipts.push({ number: filed.number, code: filed.queryCode });
      const { ticketId } = await h.store.reader
        .selectFrom('appeal')
        .select('ticketId')
        .where('number', '=', filed.number)
        .executeTakeFirstOrThrow();
      tickets.push(ticketId);
      return 'files on the web';
    }
    const { number, code } = receipt;
    if (op.extra % 7 === 0) await anybody.call('portalWithdraw', { params: { number }, body: { code } });
    else if (op.extra % 2 === 0) await anybody.call('portalUrge', { params: { number }, body: { code } });
    else {
      const satisfaction = op.extra % 3 === 0 ? 'dissatisfied' : 'satisfied';
      await anybody.call('portalRate', { params: { number }, body: { code, solved: 'yes', satisfaction } });
    }
    return `a citizen, with ${number}`;
  };
  return {
    tickets,
    actors,
    done,
    client,
    caseOf,
    choose,
    send,
    tryAnything,
    log,
    portal,
    /** Moves the clock to the next thing that happens by itself, just before it, or on by minutes, hours or days. */
    wait: async (op: Op): Promise<number> => h.moveTo(await nextInstant(h, op)),
  };
}

export const isRefusal = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  throw error;
};

/** Sub-units of the demo city have nobody of their own. */
async function employSubUnits(h: TestHotline): Promise<void> {
  const known = await personByUsername(h.store.reader, 'water');
  if (!known) throw new Error('no model');
  const { grants: _, n: __, ...person } = known as typeof known & { n?: number };
  const { departments } = h.hotline.catalog.directory();
  await h.store.writer.transaction().execute(async (tx) => {
    for (const id of ['water-01', 'urban-01']) {
      const path = departments.get(id)?.path ?? '';
      await insertPerson(tx, { ...person, id: `p-${id}`, username: id }, [{ role: 'handler', path }]);
    }
  });
}
