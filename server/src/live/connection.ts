import { type CloseCode, closeCodes } from '@hotline/shared/live/closeCodes';
import type { Bye } from '@hotline/shared/live/frames';
import type { Actor } from '@hotline/shared/people/actor';
import type { Scope } from '@hotline/shared/people/scope';

/** Who opened a console, as the streams need to know. */
export type Viewer = {
  readonly actor: Extract<Actor, { type: 'person' }>;
  /** Hash of the session or key it was opened with. */
  readonly credential: string;
  readonly scope: Scope;
  readonly scopeVersion: number;
};

/** What is used of a websocket. */
export type Wire = {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
  send(frame: Buffer, options: { binary: false }): void;
  ping(): void;
  close(code: number, reason: string): void;
  /** Ends it without waiting for the other side. */
  terminate(): void;
};

/** One open console. Whatever ends it, the streams let go of it at once and nothing more is sent. */
export type Connection = {
  readonly viewer: Viewer;
  isOpen(): boolean;
  /** A frame that must not be missing: who would hold more than `maxBuffered` is cut in its place. */
  send(frame: Buffer): void;
  /** A frame one can do without: false, and not sent, where already `sparing` are waiting. */
  offer(frame: Buffer): boolean;
  end(code: CloseCode, reason: string): void;
  /** Says farewell first, so that the console knows why, and when to come again (in seconds). */
  dismiss(code: CloseCode, retryAfter: number): void;
  /** Asks for a sign of life. Who gave none since the last question is cut as dead, without a farewell. */
  ask(): void;
  /** The console said something, or answered the question. */
  answered(): void;
  /** The socket is gone. */
  leave(): void;
};

/** Bytes that may wait for one console. */
export const maxBuffered = 1024 * 1024;
const sparing = maxBuffered / 4;

/** A frame as it goes over the wire: written once, however many consoles get it. */
export const written = (frame: object): Buffer => Buffer.from(JSON.stringify(frame));

export function openConnection(wire: Wire, viewer: Viewer, onGone: (connection: Connection) => void): Connection {
  let isGone = false;
  let isAsked = false;
  let waiting = 0;

  const leave = () => {
    if (isGone) return;
    isGone = true;
    onGone(connection);
  };
  const end = (code: CloseCode, reason: string) => {
    if (isGone) return;
    leave();
    wire.close(code, reason);
  };
  const send = (frame: Buffer) => {
    if (isGone) return;
    if (wire.bufferedAmount + frame.length > maxBuffered) return end(closeCodes.slow, 'slow');
    wire.send(frame, { binary: false });
  };
  const connection: Connection = {
    viewer,
    isOpen: () => !isGone,
    send,
    offer(frame) {
      if (isGone || wire.bufferedAmount > sparing) return false;
      send(frame);
      return true;
    },
    end,
    dismiss(code, retryAfter) {
      send(written({ t: 'bye', code, retryAfter } satisfies Bye));
      end(code, 'ended');
    },
    ask() {
      if (isGone) return;
      // On a slow line the question waits behind what was sent before; that this grows less is a sign of life too.
      const isTaking = wire.bufferedAmount < waiting;
      if (isAsked && !isTaking) {
        leave();
        return wire.terminate();
      }
      waiting = wire.bufferedAmount;
      isAsked = true;
      wire.ping();
    },
    answered() {
      isAsked = false;
    },
    leave,
  };
  return connection;
}
