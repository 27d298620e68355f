import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

type Fields = Record<string, string | number>;

/**
 * An Asterisk as far as its manager interface goes: greeting, Login, Ping, CoreShowChannels, QueuePause, and events told
 * to whoever signed in. What it sends is cut into pieces of a few bytes.
 */
export async function fakeAsterisk(user: string, secret: string) {
  const sockets = new Set<Socket>();
  const signedIn = new Set<Socket>();
  const actions: Record<string, string>[] = [];
  const channels = new Map<string, Fields>();
  let pieces = Promise.resolve();
  let size = 1;

  const tell = (socket: Socket, text: string) => {
    pieces = pieces.then(async () => {
      for (let at = 0; at < text.length; ) {
        size = (size * 5 + 3) % 17;
        const bytes = Buffer.from(text.slice(at, at + 1 + size));
        at += 1 + size;
        if (!socket.destroyed) socket.write(bytes);
        if (size % 4 === 0) await wait(0);
      }
    });
    return pieces;
  };
  const packet = (fields: Fields) =>
    `${Object.entries(fields)
      .map(([k, v]) => `${k}: ${v}\r\n`)
      .join('')}\r\n`;
  const answer = (socket: Socket, action: Record<string, string>) => {
    actions.push(action);
    const about = { ActionID: action['ActionID'] ?? '' };
    const say = (fields: Fields) => tell(socket, packet(fields));
    if (action['Action'] === 'Login') {
      const right = action['Username'] === user && action['Secret'] === secret;
      void say({
        Response: right ? 'Success' : 'Error',
        ...about,
        Message: right ? 'Authentication accepted' : 'Authentication failed',
      });
      if (right) signedIn.add(socket);
      else void pieces.then(() => socket.end());
      return;
    }
    if (!signedIn.has(socket)) return void say({ Response: 'Error', ...about, Message: 'Permission denied' });
    if (action['Action'] === 'CoreShowChannels') {
      void say({ Response: 'Success', ...about, EventList: 'start', Message: 'Channels will follow' });
      for (const channel of channels.values()) void say({ Event: 'CoreShowChannel', ...about, ...channel });
      void say({ Event: 'CoreShowChannelsComplete', ...about, EventList: 'Complete', ListItems: channels.size });
      return;
    }
    void say({ Response: 'Success', ...about, Message: 'OK' });
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      signedIn.delete(socket);
    });
    void tell(socket, 'Asterisk Call Manager/7.0.3\r\n');
    let held = '';
    socket.on('data', (data) => {
      held += String(data);
      for (let end = held.indexOf('\r\n\r\n'); end >= 0; end = held.indexOf('\r\n\r\n')) {
        const lines = held
          .slice(0, end)
          .split('\r\n')
          .map((line) => /^(\w+): (.*)$/.exec(line) ?? []);
        held = held.slice(end + 4);
        answer(socket, Object.fromEntries(lines.map(([, k = '', v = '']) => [k, v])));
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    actions,
    /** What `CoreShowChannels` lists, by channel name. */
    channels,
    consoles: () => signedIn.size,
    event: (fields: Fields) => Promise.all([...signedIn].map((socket) => tell(socket, packet(fields)))),
    /** The line breaks for everybody. */
    breakLines: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
export type FakeAsterisk = Awaited<ReturnType<typeof fakeAsterisk>>;
