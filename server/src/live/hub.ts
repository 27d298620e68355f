import { eventsAfter, readHead } from '@hotline/db/events';
import type { TicketRow } from '@hotline/shared/api/routes';
import { address, type Change, coalesce, type Notice } from '@hotline/shared/live/changes';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { Cursor, ServerFrame } from '@hotline/shared/live/frames';
import { heartbeat, type Link, openLink, planHello, replayLimitTickets, send } from '@hotline/shared/live/publisher';
import { type Audience, type Scope, scopeKey, sees } from '@hotline/shared/people/scope';
import type { Hotline } from '../hotline.ts';
import { liveRows } from '../tickets/rows.ts';

/** One open console. */
export type Viewer = {
  readonly personId: string;
  readonly tokenHash: string;
  readonly scope: Scope;
  readonly scopeVersion: number;
  /** Bytes handed to the socket and not yet sent. */
  readonly buffered: () => number;
  readonly write: (text: string) => void;
  readonly close: (code: number, reason: string) => void;
};
type Connection = Viewer & {
  link: Link | null /** Has caught up with the hub: it gets what the hub publishes. */;
  live: boolean;
  readonly key: string;
};

/** A console that does not read is cut before it holds more than this. */
const maxBuffered = 1024 * 1024;
/** So many consoles are served in one turn of the event loop. */
const chunk = 200;
const heartbeatMs = 15_000;
/** Finds what another node wrote; on one node every commit wakes the hub at once. */
const pollMs = 1_000;
const page = 1_000;

export type Hub = ReturnType<typeof openHub>;

/**
 * A follower of the log that hands events to the consoles in order of `seq`: one rendering per scope, tombstones to those
 * who lose sight, slow ones cut. Losing a wake-up delays, never drops.
 */
export function openHub(hotline: Hotline) {
  const { reader } = hotline.store;
  const connections = new Set<Connection>();
  /** Everything up to here has been published; null until the first console says hello. */
  let position: number | null = null;
  let publishing = false;
  let woken = false;
  let closed = false;

  const wake = () => {
    woken = true;
    if (publishing) return;
    publishing = true;
    // Commits of one turn of the event loop are told together.
    setImmediate(() => void publish());
  };
  hotline.writer.onCommit(wake);
  const poll = setInterval(() => connections.size > 0 && wake(), pollMs);

  const publish = async () => {
    try {
      while (woken && !closed) {
        woken = false;
        if (position !== null) await follow(position);
      }
    } catch {
      // The store could not be read for a moment; the poll comes back to it from the same position.
    } finally {
      publishing = false;
    }
  };

  const follow = async (from: number) => {
    for (let at = from; ; ) {
      const events = await eventsAfter(reader, at, page);
      const last = events.at(-1);
      if (!last) return;
      const groups = Map.groupBy(
        [...connections].filter((c) => c.live),
        (c) => c.key,
      );
      const changes = coalesce<Audience>(events);
      for (const group of groups.values()) await publishTo(group, changes);
      position = at = last.seq;
    }
  };

  const publishTo = async (group: readonly Connection[], changes: readonly Change<Audience>[]) => {
    const scope = group[0]?.scope;
    if (!scope) return;
    const notices = address(changes, (audience) => sees(scope, audience));
    if (notices.length === 0) return;
    const rows = await rowsFor(scope, notices);
    for (const [i, connection] of group.entries()) {
      if (i > 0 && i % chunk === 0) await new Promise((next) => setImmediate(next));
      deliver(connection, notices, rows);
    }
  };

  const rowsFor = (scope: Scope, notices: readonly Notice[]) =>
    liveRows(
      reader,
      scope,
      notices.filter((n) => n.op === 'up').map((n) => n.id),
    );

  const deliver = (connection: Connection, notices: readonly Notice[], rows: ReadonlyMap<string, TicketRow | null>) => {
    if (connection.link === null) return;
    const { link, frames } = send(connection.link, notices, rows);
    connection.link = link;
    for (const frame of frames) write(connection, frame);
  };

  const write = (connection: Connection, frame: ServerFrame<TicketRow>) => {
    if (connection.buffered() > maxBuffered) return cut(connection);
    connection.write(JSON.stringify(frame));
  };
  const cut = (connection: Connection) => {
    connections.delete(connection);
    connection.close(closeCodes.slow, 'slow');
  };

  const beat = setInterval(() => {
    for (const connection of connections) {
      if (connection.link !== null) write(connection, heartbeat(connection.link, hotline.now()));
    }
  }, heartbeatMs);

  return {
    /** Adds a console; it hears nothing until it says hello. */
    join(viewer: Viewer) {
      const connection: Connection = { ...viewer, link: null, live: false, key: scopeKey(viewer.scope) };
      connections.add(connection);
      return {
        /** Continues where the cursor stood, or tells the console to start over. */
        hello: async (cursor: Cursor | null) => {
          connection.live = false;
          const head = { ...(await readHead(reader)), oldestSeq: 1 };
          position ??= head.seq;
          const plan = planHello(head, cursor, viewer.scopeVersion);
          const events = plan.t === 'resume' ? await eventsBetween(plan.from, plan.to) : [];
          const opened = openLink<Audience>(plan, events, (audience) => sees(viewer.scope, audience));
          const rows = await rowsFor(viewer.scope, opened.notices);
          connection.link = opened.link;
          write(connection, opened.opening);
          deliver(connection, opened.notices, rows);
          await catchUp(connection, head.seq);
          if (connection.link) write(connection, heartbeat(connection.link, hotline.now()));
        },
        beat: () => {
          if (connection.link) write(connection, heartbeat(connection.link, hotline.now()));
        },
        leave: () => void connections.delete(connection),
      };
    },
    /** Ends every console of a session or of a person at once. */
    dismiss(match: (viewer: Viewer) => boolean, code: number) {
      for (const connection of connections) {
        if (!match(connection)) continue;
        connections.delete(connection);
        connection.close(code, 'ended');
      }
    },
    size: () => connections.size,
    close() {
      closed = true;
      clearInterval(beat);
      clearInterval(poll);
      for (const connection of connections) {
        connection.write(JSON.stringify({ t: 'bye', code: closeCodes.restart, retryAfter: 1 }));
        connection.close(closeCodes.restart, 'restart');
      }
      connections.clear();
    },
  };

  /** What the hub published while the opening was read; joins the hub in the same turn in which nothing is missing. */
  async function catchUp(connection: Connection, from: number) {
    let at = from;
    while (position !== null && position > at) {
      const to = position;
      await publishTo([connection], coalesce<Audience>(await eventsBetween(at, to)));
      at = to;
    }
    connection.live = connections.has(connection);
  }

  async function eventsBetween(from: number, to: number) {
    const events: Awaited<ReturnType<typeof eventsAfter>> = [];
    const tickets = new Set<string>();
    for (let seq = from; seq < to && tickets.size <= replayLimitTickets; ) {
      const found = (await eventsAfter(reader, seq, page)).filter((e) => e.seq <= to);
      if (found.length === 0) break;
      events.push(...found);
      for (const e of found) tickets.add(e.ticketId);
      seq = found.at(-1)?.seq ?? to;
    }
    return events;
  }
}
