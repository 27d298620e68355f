import { once } from 'node:events';
import { deskTopic } from '@hotline/shared/live/desks';
import { WebSocket } from 'ws';
import { signIn } from './servers.ts';

/** What the process is asked at the end: which tickets were logged, and when, on `instantMs`. */
export type Asked = { readonly sent: readonly (readonly [ticketId: string, atMs: number])[] };
/** `arrivals`: milliseconds from the request that logged a ticket to each screen that heard of it. */
export type Heard = { frames: number; bytes: number; figures: number; cut: number; arrivals: number[] };
/** Monotonic, and the same in every process of the machine. */
export const instantMs = (): number => performance.timeOrigin + performance.now();

/** The first change of a ticket; later ones are not waited for. */
const firstOf = /"id":"([^"]+)","version":1,/;
/** As the web asks for them: the month with the one before, its first figure by department, and its days. */
const month = 'from=2026-11-01&to=2026-11-30';
const boardsOf = [
  `/api/board?${month}&beforeFrom=2026-10-01&beforeTo=2026-10-31`,
  `/api/figures/timelyReplyRate?${month}&groupBy=department`,
  `/api/figures/timelyReplyRate?${month}&groupBy=day`,
];

/**
 * Consoles that only listen, in a process of their own: `node dayConsoles.ts <port> <consoles> <boards> <people>`, these
 * people in turn, and managers with a board on show.
 */
if (process.send) {
  const [port = '', count = '', boards = '', people = ''] = process.argv.slice(2);
  await listen(Number(port), Number(count), Number(boards), people.split(','));
}

async function listen(port: number, count: number, boards: number, people: readonly string[]): Promise<void> {
  const cookies = new Map<string, string>();
  for (const name of [...people, 'manager']) cookies.set(name, await signIn({ port }, name));
  const seen = new Map<string, number[]>();
  const heard: Heard = { frames: 0, bytes: 0, figures: 0, cut: 0, arrivals: [] };
  const open = async (name: string, watch: readonly string[]) => {
    const headers = { cookie: cookies.get(name) ?? '' };
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers });
    socket.on('message', (data: Buffer) => {
      heard.frames += 1;
      heard.bytes += data.length;
      const head = data.toString('latin1', 0, 200);
      if (head.startsWith('{"t":"figures"')) heard.figures += 1;
      const [, id] = head.startsWith('{"t":"ev"') ? (firstOf.exec(head) ?? []) : [];
      if (id !== undefined) seen.set(id, [...(seen.get(id) ?? []), instantMs()]);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      heard.cut += 1;
    });
    await once(socket, 'open');
    socket.send(JSON.stringify({ t: 'hello', cursor: null, subscribe: [deskTopic] }));
    if (watch.length > 0) socket.send(JSON.stringify({ t: 'watch', urls: watch }));
  };
  for (let i = 0; i < count; i++) await open(people[i % people.length] ?? 'agent', []);
  for (let i = 0; i < boards; i++) await open('manager', boardsOf);
  process.on('message', ({ sent }: Asked) => {
    const arrivals = sent.flatMap(([id, atMs]) => (seen.get(id) ?? []).map((at) => at - atMs));
    process.send?.({ ...heard, arrivals } satisfies Heard);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}
