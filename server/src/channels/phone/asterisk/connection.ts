import { connect, type Socket } from 'node:net';
import { backoffMs } from '@hotline/shared/live/backoff';
import { actionText, type Packet, packetReader } from './packets.ts';
import type { AsteriskSettings } from './settings.ts';

/** Sends an action; answers its response, followed by the events of its list where it has one. */
type Ask = (action: string, fields?: Readonly<Record<string, string>>) => Promise<Packet[]>;

export type AmiOptions = {
  /** Signed in: what was missed meanwhile is asked for here. Events wait until it is done. */
  ready: (ask: Ask) => Promise<void>;
  event: (packet: Packet) => void;
  log: (words: string) => void;
  pingMs?: number;
  /** The longest wait between two attempts. */
  retryMs?: number;
};
export type Ami = { ask: Ask; close(): void };

/** Nothing heard for so many pings, and the line is dead though nobody said so. */
const silentPings = 3;

/** Holds one line to an Asterisk: signs in, pings, and after a break comes back with growing patience. */
export function openAmi(settings: AsteriskSettings, options: AmiOptions): Ami {
  const { pingMs = 10_000, retryMs = 30_000 } = options;
  let current: { socket: Socket; ask: Ask } | null = null;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const start = () => {
    const socket = connect({ host: settings.host, port: settings.port, noDelay: true });
    const waiting = new Map<
      string,
      { packets: Packet[]; done: (packets: Packet[]) => void; fail: (e: Error) => void }
    >();
    const early: Packet[] = [];
    let isReady = false;
    let actions = 0;
    let quiet = 0;

    const ask: Ask = (action, fields = {}) =>
      new Promise((done, fail) => {
        const id = `h${++actions}`;
        waiting.set(id, { packets: [], done, fail });
        socket.write(actionText({ Action: action, ActionID: id, ...fields }));
      });
    const take = (packet: Packet) => {
      const asked = waiting.get(packet.get('actionid') ?? '');
      if (!asked) {
        if (!packet.has('event')) return;
        return isReady ? options.event(packet) : void early.push(packet);
      }
      asked.packets.push(packet);
      const isListStart = packet.get('eventlist')?.toLowerCase() === 'start';
      const isListed = packet.has('event') && packet.get('eventlist')?.toLowerCase() !== 'complete';
      if (isListStart || isListed) return;
      waiting.delete(packet.get('actionid') ?? '');
      asked.done(asked.packets);
    };
    const read = packetReader(take);
    const greet = async () => {
      const [answer] = await ask('Login', {
        Username: settings.user,
        Secret: settings.secret,
        Events: 'call,agent,dialplan',
      });
      if (answer?.get('response') !== 'Success') throw new Error('the manager interface refused user or secret');
      attempt = 0;
      await options.ready(ask);
      for (const packet of early.splice(0)) options.event(packet);
      isReady = true;
      options.log(`asterisk ${settings.host}:${settings.port}: connected`);
    };
    const ping = setInterval(() => {
      if (++quiet > silentPings) return socket.destroy(new Error('silent'));
      if (isReady) ask('Ping').catch(() => undefined);
    }, pingMs);

    socket.on('connect', () => {
      greet().catch((error: Error) => socket.destroy(error));
    });
    socket.on('data', (chunk) => {
      quiet = 0;
      try {
        read(chunk);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
    socket.on('error', (error) => options.log(`asterisk ${settings.host}:${settings.port}: ${error.message}`));
    socket.on('close', () => {
      clearInterval(ping);
      for (const { fail } of waiting.values()) fail(new Error('the line broke'));
      waiting.clear();
      if (current?.socket === socket) current = null;
      if (isClosed) return;
      const patience = Math.min(retryMs, backoffMs(++attempt, Math.random()) + 100);
      retry = setTimeout(start, patience);
    });
    current = { socket, ask };
  };
  start();
  return {
    ask: (action, fields) => current?.ask(action, fields) ?? Promise.reject(new Error('not connected')),
    close() {
      isClosed = true;
      clearTimeout(retry);
      current?.socket.destroy();
    },
  };
}
