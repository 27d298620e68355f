import { eventsAfter, type LoggedEvent, readHead } from '@hotline/db/cases/events';
import type { Committed as WrittenEvent } from '@hotline/db/writer';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { address, type Change, coalesce, type Notice } from '@hotline/shared/live/changes';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { Cursor, ServerFrame } from '@hotline/shared/live/frames';
import { heartbeat, type Link, openLink, planHello, replayLimitTickets, send } from '@hotline/shared/live/publisher';
import { type Audience, type Scope, scopeKey, sees } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';
import { liveRows } from '../tickets/rows.ts';

/** One open console. */
export type Viewer = {
  readonly personId: string;
  /** Hash of the session or key it was opened with. */
  readonly credential: string;
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

/** So many events are read from the log at once. */
const page = 5_000;
const retryMs = 1_000;

export type Hub = Awaited<ReturnType<typeof openHub>>;

/**
 * Follows the log for the consoles: one rendering per scope, tombstones to those who lose sight, slow ones cut.
 * `position` moves through the log without a gap, in order: a console that was told `seq` is never told less again.
 */
export async function openHub(hotline: Hotline, log: (error: unknown) => void = () => undefined) {
  const { reader } = hotline.store;
  const connections = new Set<Connection>();
  const followers = new Set<(events: readonly LoggedEvent[]) => void>();
  let position = Number.POSITIVE_INFINITY;
  let announced: WrittenEvent[] = [];
  let isBehind = false;
  let isWoken = false;
  let isClosed = false;
  let dispatch: Promise<unknown> = Promise.resolve();

  /** One thing at a time: nothing is published while a console is being let in. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = dispatch.then(work);
    dispatch = done.catch(() => undefined);
    return done;
  };
  const wake = () => {
    if (isWoken || isClosed) return;
    isWoken = true;
    setImmediate(() => {
      isWoken = false;
      inTurn(publish).catch((error: unknown) => {
        // Nothing is lost: the log is read again from where it stood.
        isBehind = true;
        if (isClosed) return;
        log(error);
        setTimeout(wake, retryMs).unref();
      });
    });
  };
  hotline.writer.onCommit((events) => {
    announced.push(...events);
    wake();
  });
  position = (await readHead(reader)).seq;
  // With several nodes, what another one wrote is found by looking.
  const poll = setInterval(() => {
    if (hotline.store.engine !== 'postgres' || connections.size === 0) return;
    isBehind = true;
    wake();
  }, retryMs);

  const publish = async () => {
    const events = await nextEvents();
    const last = events.at(-1);
    if (!last) return;
    const changes = coalesce<Audience>(events);
    const groups = Map.groupBy(
      [...connections].filter((c) => c.link !== null),
      (c) => c.key,
    );
    for (const group of groups.values()) await publishTo(group, changes);
    position = last.seq;
    for (const follower of followers) follower(events);
  };

  /** What comes next in the log: as announced, or read from it where announcements of several lanes overtook each other. */
  const nextEvents = async (): Promise<readonly LoggedEvent[]> => {
    const fresh = announced.filter((e) => e.seq > position).sort((a, b) => a.seq - b.seq);
    announced = [];
    if (!isBehind && fresh.every((e, i) => e.seq === position + 1 + i)) return fresh;
    const events = await eventsAfter(reader, position, page);
    isBehind = events.length === page;
    if (isBehind) wake();
    return events;
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
    end(connection, closeCodes.slow, 'slow');
  };
  const end = (connection: Connection, code: number, reason: string) => {
    connections.delete(connection);
    connection.link = null;
    connection.close(code, reason);
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
      let isGreeting = false;
      return {
        /** Continues where the cursor stood, or tells the console to start over. */
        hello: async (cursor: Cursor | null) => {
          if (isGreeting) return;
          isGreeting = true;
          try {
            const head = { ...(await readHead(reader)), oldestSeq: 1 };
            const plan = planHello(head, cursor, viewer.scopeVersion);
            const events = plan.t === 'resume' ? await eventsBetween(plan.from, plan.to, replayLimitTickets) : [];
            const opened = openLink<Audience>(plan, events, (audience) => sees(viewer.scope, audience));
            const rows = await rowsFor(viewer.scope, opened.notices);
            await inTurn(async () => {
              if (!connections.has(connection)) return;
              connection.link = opened.link;
              write(connection, opened.opening);
              deliver(connection, opened.notices, rows);
              // What the others were told while the rows were read.
              const missed = await eventsBetween(head.seq, position);
              if (missed.length > 0) await publishTo([connection], coalesce<Audience>(missed));
              if (connection.link) write(connection, heartbeat(connection.link, hotline.now()));
            });
          } finally {
            isGreeting = false;
          }
        },
        beat: () => {
          if (connection.link) write(connection, heartbeat(connection.link, hotline.now()));
        },
        leave: () => {
          connections.delete(connection);
          connection.link = null;
        },
      };
    },
    /** Ends every console of a session or of a person at once. */
    dismiss(match: (viewer: Viewer) => boolean, code: number) {
      for (const connection of connections) {
        if (!match(connection)) continue;
        connection.write(JSON.stringify({ t: 'bye', code, retryAfter: 0 }));
        end(connection, code, 'ended');
      }
    },
    viewers: (): Iterable<Viewer> => connections,
    /** Hears what was committed, in order, once the consoles were told; returns how to stop. */
    follow(follower: (events: readonly LoggedEvent[]) => void) {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
    size: () => connections.size,
    close() {
      isClosed = true;
      clearInterval(beat);
      clearInterval(poll);
      for (const connection of connections) {
        connection.write(JSON.stringify({ t: 'bye', code: closeCodes.restart, retryAfter: 1 }));
        connection.close(closeCodes.restart, 'restart');
      }
      connections.clear();
    },
  };

  async function eventsBetween(from: number, to: number, maxTickets = Number.POSITIVE_INFINITY) {
    const events: LoggedEvent[] = [];
    const tickets = new Set<string>();
    for (let seq = from; seq < to && tickets.size <= maxTickets; ) {
      const some = (await eventsAfter(reader, seq, 1_000)).filter((e) => e.seq <= to);
      if (some.length === 0) break;
      events.push(...some);
      for (const e of some) tickets.add(e.ticketId);
      seq = some.at(-1)?.seq ?? to;
    }
    return events;
  }
}
