import { applyFrames } from './applyFrames.ts';
import { applyRead, applySnapshot, type Read, settle } from './applyReads.ts';
import { address, coalesce, type Notice } from './changes.ts';
import type { ServerFrame } from './frames.ts';
import { heartbeat, type Link, openLink, planHello, send } from './publisher.ts';
import { cursorOf, disconnected, emptyReplica, type Replica, type Step } from './replica.ts';
import {
  committed,
  type Database,
  emptyDatabase,
  name,
  type Person,
  type Row,
  scopes,
} from './simulation.database.test-support.ts';

/**
 * The rules of the protocol. `play` with one of them left out plays a world that works the same but for that rule.
 * R1 seq in commit order · R2 prev · R3 heartbeat's upTo · R4 tombstone frames · R5 epoch · R6 scopeVersion ·
 * R7 upsert only newer · R8 tombstone only when not older · and two that follow from late answers: tombstones are
 * remembered, and answers from before the floor are refused.
 */
export type Rule = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'memory' | 'floor';

/** What can happen, and how often beside the rest. */
export const weights = {
  ...{ create: 2, edit: 2, move: 4, begin: 1, commit: 1, publish: 1 },
  ...{ connect: 4, disconnect: 1, deliver: 4, lose: 2, beat: 1, ask: 2, serve: 1, arrive: 4 },
  ...{ cutRetention: 1, backup: 1, restore: 1, changeScope: 1 },
};
export type Verb = keyof typeof weights;
/** Small numbers pick who, which and how many, modulo what there is. */
export type Op = { readonly verb: Verb; readonly who: number; readonly which: number; readonly extra: number };

type Request = { complete: boolean; ids: ReadonlySet<string> | null; answer: Read<Row> | null };
type Client = {
  readonly who: number;
  /** Holds only what it read, and is sent rows for one ticket in two; the others hold everything in their scope. */
  readonly partial: boolean;
  replica: Replica<Row>;
  link: Link | null;
  inbox: ServerFrame<Row>[];
  requests: Request[];
  /** Tickets in the answers it applied since the last reset, and the position they were read at. */
  shown: Map<string, number>;
};

/** Plays a history to its end, lets everybody catch up, and says how a client differs from a fresh read, or null. */
export function play(ops: readonly Op[], without?: Rule): string | null {
  let db = emptyDatabase;
  let kept: Database | null = null;
  let epoch = 1;
  let published = 0;
  let begun: { which: number; place: number | null; seq: number | null }[] = [];
  const clients = [0, 1, 2].map(newClient);

  for (const op of ops) act(op);
  return catchUp();

  function act({ verb, who, which, extra }: Op): void {
    const client = at(clients, who);
    if (!client) return;
    if (verb === 'create') change(db.tickets.size, extra % 3, null, which);
    else if (verb === 'edit') change(which, null, null, extra);
    else if (verb === 'move') change(which, extra % 3, null, who);
    else if (verb === 'begin') begun.push({ which, place: extra % 3, seq: without === 'R1' ? allocate() : null });
    else if (verb === 'commit') commitBegun(which, extra);
    else if (verb === 'publish') publish(1 + extra);
    else if (verb === 'connect') connect(client);
    else if (verb === 'disconnect') cut(client);
    else if (verb === 'deliver') deliver(client, 1 + extra);
    else if (verb === 'lose') client.inbox.splice(client.inbox.length - 1 - (which % (client.inbox.length || 1)), 1);
    else if (verb === 'beat') beat(client);
    else if (verb === 'ask') ask(client, client.partial || extra > 2 ? new Set([name(which), name(extra)]) : null);
    else if (verb === 'serve') serve(client, at(client.requests, which));
    else if (verb === 'arrive') arrive(client, at(client.requests, which), extra === 0);
    else if (verb === 'cutRetention') cutRetention(which);
    else if (verb === 'backup') kept = db;
    else if (verb === 'restore') restore();
    else if (verb === 'changeScope') changeScope(client, which);
  }

  // The server

  function change(which: number, place: number | null, reserved: number | null, later: number): void {
    db = committed(db, name(which), place, reserved);
    if (later % 4 !== 3) publish(Number.POSITIVE_INFINITY);
  }

  /** What a sequence of the database does: the number is taken when the change begins, whenever it commits. */
  function allocate(): number {
    db = { ...db, allocated: db.allocated + 1 };
    return db.allocated;
  }

  function commitBegun(which: number, later: number): void {
    const one = at(begun, which);
    if (!one) return;
    begun = begun.filter((other) => other !== one);
    change(one.which, one.place, one.seq, later);
  }

  function publish(atMost: number): void {
    const batch = db.log.filter(({ seq }) => seq > published).slice(0, atMost);
    published = batch.at(-1)?.seq ?? published;
    const changes = coalesce(batch);
    for (const client of clients) if (client.link) push(client, client.link, address(changes, sees(client)));
  }

  function push(client: Client, link: Link, notices: readonly Notice[]): void {
    const rows = new Map<string, Row | null>();
    for (const { id } of notices) {
      const row = db.tickets.get(id);
      if (!row || !sees(client)(row.place)) rows.set(id, null);
      else if (!client.partial || id === name(0)) rows.set(id, row);
    }
    const told = without === 'R4' ? notices.filter(({ op, id }) => op === 'up' && rows.get(id) !== null) : notices;
    const sent = send(link, told, rows);
    client.link = sent.link;
    client.inbox.push(...sent.frames);
  }

  function sees(client: Client): (place: number) => boolean {
    return (place) => person(client).scope.includes(place);
  }

  function person({ who }: Client): Person {
    const found = db.people[who];
    if (!found) throw new Error(`nobody ${who}`);
    return found;
  }

  function cutRetention(which: number): void {
    db = { ...db, oldest: Math.min(db.head + 1, db.oldest + which) };
  }

  function restore(): void {
    if (!kept) return;
    db = kept;
    if (without !== 'R5') epoch++;
    published = db.head;
    begun = [];
    for (const client of clients) cut(client);
  }

  function changeScope(client: Client, which: number): void {
    const { scopeVersion } = person(client);
    const next = {
      scope: at(scopes, which) ?? [],
      scopeVersion: without === 'R6' ? scopeVersion : scopeVersion + 1,
    };
    db = { ...db, people: db.people.map((one, who) => (who === client.who ? next : one)) };
    cut(client);
  }

  // The wire

  function connect(client: Client): void {
    cut(client);
    const head = { epoch: String(epoch), seq: db.head, oldestSeq: db.oldest };
    const plan = planHello(head, cursorOf(client.replica), person(client).scopeVersion);
    const events = plan.t === 'resume' ? db.log.filter(({ seq }) => seq > plan.from && seq >= db.oldest) : [];
    const { opening, link, notices } = openLink(plan, events, sees(client));
    client.inbox.push(opening);
    push(client, link, notices);
  }

  function beat(client: Client): void {
    if (client.link) client.inbox.push(heartbeat(client.link, ''));
  }

  // The client

  function cut(client: Client): void {
    client.link = null;
    client.inbox = [];
    client.replica = disconnected(client.replica);
  }

  function deliver(client: Client, count: number): void {
    const frames = client.inbox.splice(0, count);
    const keeping = client.partial ? { wanted: () => false, tombstoneLimit: 2 } : { tombstoneLimit: 2 };
    // In one batch; one by one where a rule is to be broken between two frames.
    const batches = without ? frames.map((frame) => [frame]) : [frames];
    for (const batch of batches) {
      for (const frame of batch) {
        if (frame.t === 'reset') client.shown.clear();
        if (frame.t === 'ev') forget(client, frame.op === 'up' ? 'R7' : 'R8', [frame.id]);
      }
      if (without === 'floor') client.replica = { ...client.replica, floor: 0 };
      const step = applyFrames(client.replica, batch.map(garbled), keeping);
      follow(client, step, () => {
        const held = client.partial ? new Set(step.state.byId.keys()) : null;
        ask(client, held, step.state.status === 'awaitingSnapshot');
      });
      if (step.reconnect) return;
    }
  }

  function garbled(frame: ServerFrame<Row>): ServerFrame<Row> {
    if (without === 'R2' && frame.t === 'ev') return { ...frame, prev: 0 };
    if (without === 'R3' && frame.t === 'hb') return { ...frame, upTo: 0 };
    return frame;
  }

  /** Takes away what the rule goes by: the versions held of these tickets. */
  function forget(client: Client, rule: Rule, ids: readonly string[]): void {
    if (without !== rule) return;
    const byId = new Map(client.replica.byId);
    for (const id of ids) {
      const held = byId.get(id);
      if (held) byId.set(id, { ...held, version: 0 });
    }
    client.replica = { ...client.replica, byId };
  }

  function follow(client: Client, { state, refetch, reconnect }: Step<Row>, again: () => void): void {
    client.replica = state;
    if (reconnect) cut(client);
    if (refetch) again();
  }

  function ask(client: Client, ids: ReadonlySet<string> | null, complete = false): void {
    client.requests.push({ complete, ids, answer: null });
  }

  function serve(client: Client, request: Request | undefined): void {
    if (!request || request.answer) return;
    const { scopeVersion } = person(client);
    const rows = visible(client).filter(({ id }) => request.ids?.has(id) ?? true);
    request.answer = { epoch: String(epoch), scopeVersion, seq: db.head, rows };
  }

  function arrive(client: Client, request: Request | undefined, comesTwice: boolean): void {
    serve(client, request);
    if (!request?.answer) return;
    if (!comesTwice) client.requests = client.requests.filter((other) => other !== request);
    const { complete, ids, answer } = request;
    const ofRows = answer.rows.map(({ id }) => id);
    forget(client, 'R7', ofRows);
    if (without === 'memory') client.replica = { ...client.replica, tombstones: new Map() };
    if (without === 'floor') client.replica = { ...client.replica, floor: 0 };
    if (client.replica.position === null) client.shown.clear();
    const isSnapshot = complete && (ids === null || client.replica.position === null);
    const step = isSnapshot ? applySnapshot(client.replica, answer) : applyRead(client.replica, answer);
    follow(client, step, () => ask(client, ids, complete));
    for (const row of answer.rows) {
      const held = step.state.byId.get(row.id);
      if (held?.row === row && held.version > 0) {
        client.shown.set(row.id, Math.max(answer.seq, client.shown.get(row.id) ?? 0));
      }
    }
    if (complete && !step.refetch) client.replica = settle(client.replica);
  }

  // The end

  function catchUp(): string | null {
    publish(Number.POSITIVE_INFINITY);
    for (let round = 0; round < 12; round++) {
      for (const client of clients) {
        if (!client.link) connect(client);
        beat(client);
        deliver(client, Number.POSITIVE_INFINITY);
        for (const request of client.requests) arrive(client, request, false);
      }
    }
    for (const client of clients) {
      const { status, byId } = client.replica;
      const fresh = visible(client);
      if (status !== 'live' || client.requests.length > 0) return `client ${client.who} never settles: ${status}`;
      if (!client.partial && byId.size !== fresh.length) return `client ${client.who} holds ${[...byId.keys()]}`;
      const wrong = [...byId.values()].find(({ row }) => !fresh.includes(row));
      const gone = fresh.find(({ id }) => !byId.has(id) && hasStayed(client, id));
      if (gone) return `client ${client.who} read ${JSON.stringify(gone)} and has it no more`;
      if (wrong) return `client ${client.who} holds ${JSON.stringify(wrong.row)}`;
    }
    return null;
  }

  /** Whether the client read the ticket and it has been in view ever since. */
  function hasStayed(client: Client, id: string): boolean {
    const readAt = client.shown.get(id);
    if (readAt === undefined) return false;
    const later = db.log.filter(({ seq, ticketId }) => ticketId === id && seq > readAt);
    return later.every(({ audienceAfter }) => audienceAfter !== null && sees(client)(audienceAfter));
  }

  function visible(client: Client): readonly Row[] {
    return [...db.tickets.values()].filter(({ place }) => sees(client)(place));
  }
}

function newClient(who: number): Client {
  return { who, partial: who === 2, replica: emptyReplica(), link: null, inbox: [], requests: [], shown: new Map() };
}

function at<T>(list: readonly T[], which: number): T | undefined {
  return list[which % (list.length || 1)];
}
