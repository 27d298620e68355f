import { once } from 'node:events';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { applyFrames } from '@hotline/shared/live/applyFrames';
import { applySnapshot } from '@hotline/shared/live/applyReads';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { Cursor, ServerFrame } from '@hotline/shared/live/frames';
import { cursorOf, disconnected, emptyReplica, type Replica, type Step } from '@hotline/shared/live/replica';
import { WebSocket } from 'ws';

export type Frame = ServerFrame<TicketRow>;
/** A complete read of what is on show, with the position it was read at. */
export type Reading = () => Promise<Cursor & { rows: readonly TicketRow[] }>;
export type Console = ReturnType<typeof openConsole>;

/** A person's browser tab on a real socket, with the very reducer the web uses. */
export function openConsole(url: string, cookie: string, read: Reading, wanted: (id: string) => boolean = () => true) {
  let state: Replica<TicketRow> = emptyReplica<TicketRow>();
  let socket: WebSocket | null = null;
  let isOpen = false;
  let reading: Promise<void> = Promise.resolve();
  const heard: Frame[] = [];
  const lost = { next: 0, count: 0 };

  const apply = (step: Step<TicketRow>): void => {
    state = step.state;
    if (step.refetch) reading = reading.then(refetch);
    if (step.reconnect && isOpen) connect();
  };
  const refetch = async () => {
    const answer = await read();
    if (isOpen) apply(applySnapshot(state, answer));
  };
  const cut = () => {
    const old = socket;
    socket = null;
    old?.removeAllListeners();
    old?.on('error', () => undefined);
    old?.terminate();
    state = disconnected(state);
  };
  const connect = () => {
    cut();
    const mine = new WebSocket(url, { headers: { cookie } });
    socket = mine;
    mine.on('open', () => mine.send(JSON.stringify({ t: 'hello', cursor: cursorOf(state), subscribe: [] })));
    mine.on('message', (data) => {
      if (socket !== mine) return;
      const frame = JSON.parse(String(data)) as Frame;
      heard.push(frame);
      if (frame.t === 'ev' && lost.next > 0) {
        lost.next -= 1;
        lost.count += 1;
        return;
      }
      apply(applyFrames(state, [frame], { wanted }));
    });
    mine.on('error', () => undefined);
  };
  return {
    heard,
    /** So many of the next frames never arrive. */
    lose: (count: number) => {
      lost.next = count;
    },
    lostCount: () => lost.count,
    start: async () => {
      isOpen = true;
      apply(applySnapshot(state, await read()));
      connect();
    },
    connect,
    cut,
    ping: () => {
      if (socket?.readyState === WebSocket.OPEN) socket.send('{"t":"ping"}');
    },
    state: () => state,
    rows: () => new Map([...state.byId].map(([id, held]) => [id, held.row])),
    stop: async () => {
      isOpen = false;
      cut();
      await reading;
    },
  };
}

/** A bare socket: what it heard, and how it ended. */
export async function openSocket(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers });
  const heard: Frame[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Frame));
  const ended = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  return {
    socket,
    heard,
    ended,
    hello: (cursor: Cursor | null) => socket.send(JSON.stringify({ t: 'hello', cursor, subscribe: [] })),
    gap: () => socket.close(closeCodes.gap),
  };
}

/** The status with which the server turns the upgrade down; 101 when it lets it in. */
export async function upgradeStatus(url: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(url, { headers });
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
  });
}
