import { type CloseCode, closeCodes } from '@hotline/shared/live/closeCodes';
import type { ClientFrame } from '@hotline/shared/live/frames';
import { type Connection, openConnection, type Viewer, type Wire } from './connection.ts';
import { openTurns, type Turn, type Turns } from './turns.ts';

/**
 * Tells the open consoles what happens. It knows nothing of tickets or calls; each kind of news is a stream (one file
 * beside this one) that it carries through these phases. *Wake*: something may have happened, because a commit here said
 * so, because the stream looked by itself for what another node wrote, or because a turn failed. *Turn*: the stream reads
 * on from where it stood, renders what is new once for all who may see the same, and hands it to each console; only one
 * turn of a stream runs at a time, and a console is let in between two of them, so nobody is told twice or not at all.
 * After a turn that took long it rests (`turns.ts`), so that under load several changes are told in one frame.
 * *Hand over*: `each` lets the event loop turn after every 200 consoles, so that telling thousands keeps no request
 * waiting. *Budget*: a console that does not read is cut (4008) before more than a megabyte waits for it; what can be
 * left out is left out from a quarter of that. *Beat*: every ten seconds each console hears how far it was told, so
 * that a lost last frame shows too, and is asked for a sign of life; one that gave none by the next beat is dead and cut,
 * within 20 seconds of its last answer. *Cut*: whatever ended a console, every stream lets go of it at once. *Farewell*: at
 * shutdown each gets `bye` and the code 1012; who does not close within two seconds is cut.
 */
export type Broadcaster = {
  /** Carries a stream from now on. */
  carry(stream: Stream): Pick<Turns, 'wake' | 'between'>;
  /** Lets a console in; what it says and how it goes is told to what is returned. */
  join(wire: Wire, viewer: Viewer): Joined;
  connections(): Iterable<Connection>;
  size(): number;
  /** Ends every console of a session or a person at once. */
  dismiss(match: (viewer: Viewer) => boolean, code: CloseCode): void;
  /** Ends every console with a farewell and lets no more in; resolves when they are gone and no stream is at work. */
  close(): Promise<void>;
};

/** One kind of news. What it keeps of a console it forgets in `leave`, which comes once for each. */
type Stream = Turn & {
  /** What a console says; what fails here ends that console, which then comes again. */
  readonly hear?: (connection: Connection, frame: ClientFrame) => void | Promise<void>;
  /** How far this console was told; at every beat, and when it asks. */
  readonly beat?: (connection: Connection) => void;
  readonly leave?: (connection: Connection) => void;
  readonly close?: () => void;
};

type Joined = {
  /** What it said; null: nothing that is known, which ends it. */
  hear(frame: ClientFrame | null): void;
  /** It answered a question for a sign of life. */
  answered(): void;
  /** Its socket does not work any more, and will close. */
  failed(): void;
  /** Its socket has closed. */
  closed(): void;
};

export const beatMs = 10_000;
const chunk = 200;
const farewellMs = 2_000;
const retryAfterSeconds = 1;

export function openBroadcaster(log: (error: unknown) => void = () => undefined): Broadcaster {
  const streams: { stream: Stream; turns: Turns }[] = [];
  const connections = new Set<Connection>();
  /** Those not closed yet, farewell or not. */
  const wires = new Set<Wire>();
  let isClosed = false;
  let allGone: () => void = () => undefined;

  const beat = (connection: Connection) => {
    for (const { stream } of streams) stream.beat?.(connection);
  };
  const beatAll = async () => {
    await each(connections, (connection) => {
      beat(connection);
      connection.ask();
    });
  };
  // Answers that lie unread because the event loop was held up are read before anybody is taken for dead.
  const beating = setInterval(() => setImmediate(() => void beatAll().catch(log)), beatMs).unref();

  return {
    carry(stream) {
      const turns = openTurns(stream, log);
      streams.push({ stream, turns });
      return turns;
    },
    join(wire, viewer) {
      wires.add(wire);
      const connection = openConnection(wire, viewer, (gone) => {
        connections.delete(gone);
        for (const { stream } of streams) stream.leave?.(gone);
      });
      if (isClosed) {
        connection.dismiss(closeCodes.restart, retryAfterSeconds);
        // Who comes after the farewell would hold up the server's end for as long as its socket hangs.
        setTimeout(() => wire.terminate(), farewellMs).unref();
      } else connections.add(connection);
      return {
        hear(frame) {
          connection.answered();
          if (frame === null) connection.end(closeCodes.unknownFrame, 'unknown frame');
          else if (frame.t === 'ping') beat(connection);
          else for (const { stream } of streams) void heard(connection, stream, frame);
        },
        answered: connection.answered,
        failed: connection.leave,
        closed() {
          connection.leave();
          wires.delete(wire);
          if (wires.size === 0) allGone();
        },
      };
    },
    connections: () => connections,
    size: () => connections.size,
    dismiss(match, code) {
      for (const connection of connections) if (match(connection.viewer)) connection.dismiss(code, 0);
    },
    async close() {
      isClosed = true;
      clearInterval(beating);
      for (const connection of connections) connection.dismiss(closeCodes.restart, retryAfterSeconds);
      for (const { stream } of streams) stream.close?.();
      await Promise.all([...streams.map(({ turns }) => turns.close()), farewell()]);
    },
  };

  async function heard(connection: Connection, stream: Stream, frame: ClientFrame): Promise<void> {
    if (!connection.isOpen()) return;
    try {
      await stream.hear?.(connection, frame);
    } catch (error) {
      if (!connection.isOpen()) return;
      log(error);
      connection.end(closeCodes.failed, 'failed');
    }
  }

  async function farewell(): Promise<void> {
    if (wires.size === 0) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, farewellMs);
      allGone = () => {
        clearTimeout(patience);
        resolve();
      };
    });
    for (const wire of wires) wire.terminate();
  }
}

/** Serves all of these and lets the event loop turn in between; of a live set, who comes or goes meanwhile does so. */
export async function each<T>(items: Iterable<T>, serve: (item: T) => void): Promise<void> {
  let served = 0;
  for (const item of items) {
    if (served > 0 && served % chunk === 0) await new Promise((next) => setImmediate(next));
    serve(item);
    served += 1;
  }
}
