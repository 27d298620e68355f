import { eventsAfter, readHead } from '@hotline/db/events';
import type { Committed as WrittenEvent } from '@hotline/db/writer';
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
type Connection = Viewer & { link: Link | null; readonly key: string };

/** A console that does not read is cut before it holds more than this. */
const maxBuffered = 1024 * 1024;
/** So many consoles are served in one turn of the event loop. */
const chunk = 200;
const heartbeatMs = 15_000;

export type Hub = ReturnType<typeof openHub>;

/** Hands committed events to the consoles: one rendering per scope, tombstones to those who lose sight, slow ones cut. */
export function openHub(hotline: Hotline) {
  const connections = new Set<Connection>();
  let pending: WrittenEvent[] = [];
  let publishing = false;
  hotline.writer.onCommit((events) => {
    pending.push(...events);
    if (!publishing) {
      publishing = true;
      setImmediate(() => void publish());
    }
  });

  const publish = async () => {
    while (pending.length > 0) {
      const events = pending.sort((a, b) => a.seq - b.seq);
      pending = [];
      const changes = coalesce<Audience>(events);
      const groups = Map.groupBy(
        [...connections].filter((c) => c.link !== null),
        (c) => c.key,
      );
      for (const group of groups.values()) await publishTo(group, changes);
    }
    publishing = false;
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
      hotline.store.reader,
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
      const connection: Connection = { ...viewer, link: null, key: scopeKey(viewer.scope) };
      connections.add(connection);
      return {
        /** Continues where the cursor stood, or tells the console to start over. */
        hello: async (cursor: Cursor | null) => {
          const { reader } = hotline.store;
          const head = { ...(await readHead(reader)), oldestSeq: 1 };
          const plan = planHello(head, cursor, viewer.scopeVersion);
          const events = plan.t === 'resume' ? await eventsBetween(plan.from, plan.to) : [];
          const opened = openLink<Audience>(plan, events, (audience) => sees(viewer.scope, audience));
          const rows = await rowsFor(viewer.scope, opened.notices);
          connection.link = opened.link;
          write(connection, opened.opening);
          deliver(connection, opened.notices, rows);
          // Whatever was committed while the rows were read.
          const missed = await eventsAfter(reader, plan.t === 'resume' ? plan.to : plan.seq, 5_000);
          if (missed.length > 0) await publishTo([connection], coalesce<Audience>(missed));
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
      clearInterval(beat);
      for (const connection of connections) {
        connection.write(JSON.stringify({ t: 'bye', code: closeCodes.restart, retryAfter: 1 }));
        connection.close(closeCodes.restart, 'restart');
      }
      connections.clear();
    },
  };

  async function eventsBetween(from: number, to: number) {
    const events: Awaited<ReturnType<typeof eventsAfter>> = [];
    const tickets = new Set<string>();
    for (let seq = from; seq < to && tickets.size <= replayLimitTickets; ) {
      const page = (await eventsAfter(hotline.store.reader, seq, 1_000)).filter((e) => e.seq <= to);
      if (page.length === 0) break;
      events.push(...page);
      for (const e of page) tickets.add(e.ticketId);
      seq = page.at(-1)?.seq ?? to;
    }
    return events;
  }
}
