import { type LoggedEvent, readHead } from '@hotline/db/cases/events';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { address, type Change, coalesce, type Notice } from '@hotline/shared/live/changes';
import type { Cursor } from '@hotline/shared/live/frames';
import { heartbeat, type Link, openLink, planHello, replayLimitTickets, send } from '@hotline/shared/live/publisher';
import { type Audience, type Scope, scopeKey, sees } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';
import { liveRows } from '../tickets/rows.ts';
import { type Broadcaster, each } from './broadcaster.ts';
import { type Connection, written } from './connection.ts';
import { openLogReader } from './logReader.ts';

export type TicketStream = {
  /** Hears what was committed, in order and on whichever node, once the consoles were told; returns how to stop. */
  follow(follower: (events: readonly LoggedEvent[]) => void): () => void;
};

/** Those who said hello and may see the same. */
type Room = { readonly scope: Scope; readonly connections: Set<Connection> };

/** With several nodes, what another one wrote is found by looking. */
const lookMs = 1_000;

/**
 * Follows the log of tickets for the consoles: one rendering per scope, tombstones to those who lose sight. A console
 * that was told `seq` is never told less again.
 */
export async function openTicketStream(hotline: Hotline, broadcaster: Broadcaster): Promise<TicketStream> {
  const { reader, engine } = hotline.store;
  const log = openLogReader(reader);
  const links = new Map<Connection, Link>();
  const rooms = new Map<string, Room>();
  const greeting = new Set<Connection>();
  const followers = new Set<(events: readonly LoggedEvent[]) => void>();

  const { wake, between } = broadcaster.carry({
    turn: publish,
    lookMs: engine === 'postgres' ? lookMs : undefined,
    hear: (connection, frame) => (frame.t === 'hello' ? greet(connection, frame.cursor) : undefined),
    beat,
    leave,
  });
  hotline.writer.onCommit((events) => {
    log.announce(events);
    wake();
  });
  await between(log.toHead);

  async function publish(): Promise<boolean> {
    const { events, isMore } = await log.next();
    const last = events.at(-1);
    if (!last) return false;
    const changes = coalesce<Audience>(events);
    for (const { scope, connections } of rooms.values()) await tell(scope, connections, changes);
    log.passed(last.seq);
    for (const follower of followers) follower(events);
    return isMore;
  }

  async function tell(scope: Scope, connections: Iterable<Connection>, changes: readonly Change<Audience>[]) {
    const notices = address(changes, (audience) => sees(scope, audience));
    if (notices.length === 0) return;
    const frames = framesOf(notices, await rowsFor(scope, notices));
    await each(connections, (connection) => deliver(connection, frames));
  }

  const rowsFor = (scope: Scope, notices: readonly Notice[]) =>
    liveRows(
      reader,
      scope,
      notices.filter((n) => n.op === 'up').map((n) => n.id),
    );

  function deliver(connection: Connection, frames: Frames): void {
    const before = links.get(connection);
    if (!before) return;
    const { link, texts } = frames(before);
    links.set(connection, link);
    for (const text of texts) connection.send(text);
  }

  /** Continues where the cursor stood, or tells the console to start over. */
  async function greet(connection: Connection, cursor: Cursor | null): Promise<void> {
    if (greeting.has(connection)) return;
    greeting.add(connection);
    try {
      const { scope, scopeVersion } = connection.viewer;
      const head = { ...(await readHead(reader)), oldestSeq: 1 };
      const plan = planHello(head, cursor, scopeVersion);
      const events = plan.t === 'resume' ? await log.between(plan.from, plan.to, replayLimitTickets) : [];
      const opened = openLink<Audience>(plan, events, (audience) => sees(scope, audience));
      const frames = framesOf(opened.notices, await rowsFor(scope, opened.notices));
      await between(async () => {
        if (!connection.isOpen()) return;
        enter(connection, opened.link);
        connection.send(written(opened.opening));
        deliver(connection, frames);
        // What the others were told while the rows were read.
        const missed = await log.between(head.seq, log.position());
        if (missed.length > 0) await tell(scope, [connection], coalesce<Audience>(missed));
        beat(connection);
      });
    } finally {
      greeting.delete(connection);
    }
  }

  function enter(connection: Connection, link: Link): void {
    const { scope } = connection.viewer;
    const room = rooms.get(scopeKey(scope)) ?? { scope, connections: new Set() };
    rooms.set(scopeKey(scope), room);
    room.connections.add(connection);
    links.set(connection, link);
  }

  function leave(connection: Connection): void {
    const key = scopeKey(connection.viewer.scope);
    const room = rooms.get(key);
    room?.connections.delete(connection);
    if (room?.connections.size === 0) rooms.delete(key);
    links.delete(connection);
  }

  function beat(connection: Connection): void {
    const link = links.get(connection);
    if (link) connection.send(written(heartbeat(link, hotline.now())));
  }

  return {
    follow(follower) {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}

type Frames = (before: Link) => { readonly link: Link; readonly texts: readonly Buffer[] };

/** The same notices for everybody of one scope: written once for all who were told equally much before. */
function framesOf(notices: readonly Notice[], rows: ReadonlyMap<string, TicketRow | null>): Frames {
  const known = new Map<number, ReturnType<Frames>>();
  return (before) => {
    const same = known.get(before.upTo);
    if (same) return same;
    const { link, frames } = send(before, notices, rows);
    const sent = { link, texts: frames.map(written) };
    known.set(before.upTo, sent);
    return sent;
  };
}
