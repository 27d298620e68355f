import { once } from 'node:events';
import { deskTopic } from '@hotline/shared/live/desks';
import { WebSocket } from 'ws';
import { type Server, signIn } from './servers.ts';

/** Consoles that only listen, and what they heard: when a change that is waited for reached how many of them. */
export type Consoles = {
  /** From now on the way of this ticket's next change is timed; `sentMs` on the monotonic clock. */
  expect(ticketId: string, sentMs: number): void;
  /** Milliseconds from the request to each screen that heard of it. */
  readonly arrivals: number[];
  readonly heard: { frames: number; bytes: number; figures: number; cut: number };
  close(): void;
};

/** The first change of a ticket: later ones are not waited for. */
const idOf = /"id":"([^"]+)","version":1,/;

/** `count` consoles of these people in turn, `boards` of them with a board of the month on show. */
export async function openConsoles(server: Server, people: readonly string[], count: number, boards: number) {
  const cookies = new Map<string, string>();
  for (const name of [...people, 'manager']) cookies.set(name, await signIn(server, name));
  const waited = new Map<string, number>();
  const arrivals: number[] = [];
  const heard = { frames: 0, bytes: 0, figures: 0, cut: 0 };
  const sockets: WebSocket[] = [];
  let isClosing = false;
  const open = async (name: string, watch: readonly string[]) => {
    const headers = { cookie: cookies.get(name) ?? '' };
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/api/live`, { headers });
    sockets.push(socket);
    socket.on('message', (data: Buffer) => {
      heard.frames += 1;
      heard.bytes += data.length;
      const kind = data.toString('latin1', 0, 16);
      if (kind.startsWith('{"t":"figures"')) heard.figures += 1;
      if (!kind.startsWith('{"t":"ev"')) return;
      const sentMs = waited.get(idOf.exec(data.toString('latin1', 0, 200))?.[1] ?? '');
      if (sentMs !== undefined) arrivals.push(performance.now() - sentMs);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!isClosing) heard.cut += 1;
    });
    await once(socket, 'open');
    socket.send(JSON.stringify({ t: 'hello', cursor: null, subscribe: [deskTopic] }));
    if (watch.length > 0) socket.send(JSON.stringify({ t: 'watch', urls: watch }));
  };
  for (let i = 0; i < count; i++) await open(people[i % people.length] ?? 'agent', []);
  for (let i = 0; i < boards; i++) await open('manager', boardsOf);
  const consoles: Consoles = {
    expect: (ticketId, sentMs) => {
      waited.set(ticketId, sentMs);
      if (waited.size > 1_000) waited.delete(waited.keys().next().value ?? '');
    },
    arrivals,
    heard,
    close: () => {
      isClosing = true;
      for (const socket of sockets) socket.terminate();
    },
  };
  return consoles;
}

/** As the web asks for them: the month with the one before, its first figure by department, and its days. */
const month = 'from=2026-11-01&to=2026-11-30';
const boardsOf = [
  `/api/board?${month}&beforeFrom=2026-10-01&beforeTo=2026-10-31`,
  `/api/figures/timelyReplyRate?${month}&groupBy=department`,
  `/api/figures/timelyReplyRate?${month}&groupBy=day`,
];
