import { connect, type Socket } from 'node:net';

export type Request = { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: unknown };
export type Measured = { requests: number; perSecond: number; p50Ms: number; p99Ms: number; failures: number };

/**
 * `clients` keep-alive connections, each sending the next request when the last is answered, for `seconds`. Plain sockets,
 * so that the driver costs little beside the server; every request counts, a status other than 2xx is a failure.
 */
export async function drive(port: number, clients: number, seconds: number, next: () => Request): Promise<Measured> {
  const times: number[] = [];
  let failures = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async () => {
    const connection = await openConnection(port);
    while (performance.now() < until) {
      const request = textOf(next());
      const sent = performance.now();
      const status = await connection.ask(request);
      times.push(performance.now() - sent);
      if (status < 200 || status > 299) failures += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const perSecond = (times.length * 1000) / (performance.now() - started);
  return { requests: times.length, perSecond, p50Ms: at(0.5), p99Ms: at(0.99), failures };
}

export function textOf({ method = 'GET', path, headers = {}, body }: Request): string {
  const content = body === undefined ? '' : JSON.stringify(body);
  const extra = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const about =
    body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${extra.join('')}${about}\r\n${content}`;
}

/** One connection that reads answers with a content length. */
export async function openConnection(port: number) {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let answer: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  let missing = 0;
  let status = 0;
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    const chunk = rest.length > 0 ? Buffer.concat([rest, data]) : data;
    rest = Buffer.alloc(0);
    if (missing === 0) {
      const end = chunk.indexOf('\r\n\r\n');
      if (end < 0) {
        rest = chunk;
        return;
      }
      const head = chunk.toString('latin1', 0, end);
      status = Number(head.slice(9, 12));
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      missing = length - (chunk.length - end - 4);
    } else missing -= chunk.length;
    if (missing === 0) answer?.resolve(status);
  });
  const fail = () => answer?.reject(new Error('the server closed the connection'));
  socket.on('close', fail).on('error', fail);
  return {
    ask: (text: string) =>
      new Promise<number>((resolve, reject) => {
        answer = { resolve, reject };
        socket.write(text);
      }),
    close: () => void socket.destroy(),
  };
}
