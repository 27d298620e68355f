import { once } from 'node:events';
import { beatMs } from '@hotline/server/live/broadcaster';
import { openLive } from '@hotline/server/live/live';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { PresentAt } from '@hotline/shared/live/presence';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openSocket } from '../support/console.ts';
import { openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await h?.close();
  h = undefined;
});

async function listening() {
  h = await openHotline();
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  return { ...h, url: `${address.replace('http', 'ws')}/api/live` };
}

test('a line that died without a farewell is cut after two beats, and whoever sat there is gone for the others', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { url, signIn, ...hotline } = await listening();
  const { ticket } = (
    await (await openHistory(hotline as TestHotline, 60_000)).log({ what: 0, who: 1, which: 1, extra: 1 })
  ).case;
  const lin = await openSocket(url, { cookie: await signIn('reviewer') });
  // As with a cable pulled out: nothing comes back, not even what the network stack of a browser answers by itself.
  const dead = new WebSocket(url, { headers: { cookie: await signIn('dispatcher') }, autoPong: false });
  dead.on('error', () => undefined);
  await once(dead, 'open');
  const at = JSON.stringify({ t: 'at', ticketId: ticket.id, form: null });
  for (const socket of [lin.socket, dead]) socket.send(at);
  const named = () => {
    const told = lin.heard.filter((f) => (f.t as string) === 'present') as unknown as PresentAt[];
    return told.at(-1)?.people.length;
  };
  await vi.waitFor(() => expect(named()).toBe(1));

  const cut = once(dead, 'close');
  for (const beat of [1, 2]) {
    const asked = beat === 1 ? once(lin.socket, 'ping') : Promise.resolve();
    vi.advanceTimersByTime(beatMs);
    await asked;
    // One question and answer in the other direction: the server has read Lin's answer.
    lin.socket.ping();
    await once(lin.socket, 'pong');
  }
  expect((await cut)[0]).toBe(1006);
  await vi.waitFor(() => expect(named()).toBe(0));
  expect(lin.socket.readyState).toBe(WebSocket.OPEN);
  lin.socket.terminate();
});

test('a change is written once for all who may see the same, however many consoles they have', async () => {
  h = await openHotline();
  const broadcaster = await openLive(h.hotline, () => undefined);
  const history = await openHistory(h, 60_000);
  const consoles = ['fz.', 'fz.', 'fz.', 'xm.'].map((centre) => {
    const told: Buffer[] = [];
    const wire = {
      bufferedAmount: 0,
      send: (frame: Buffer) => void told.push(frame),
      ping: () => undefined,
      close: () => undefined,
      terminate: () => undefined,
    };
    const scope = { centres: [centre], departments: [] };
    const actor = { type: 'person' as const, id: centre, name: centre, grants: [] };
    const { hear } = broadcaster.join(wire, { actor, credential: centre, scope, scopeVersion: 1 });
    hear({ t: 'hello', cursor: null, subscribe: [] });
    return told;
  });
  const opening = ['reset', 'hb'];
  const kinds = (told: readonly Buffer[]) => told.map((frame) => (JSON.parse(String(frame)) as { t: string }).t);
  await vi.waitFor(() => expect(consoles.map(kinds)).toEqual([opening, opening, opening, opening]));
  await history.log({ what: 0, who: 1, which: 1, extra: 1 });
  const [first, second, third, elsewhere] = consoles;
  await vi.waitFor(() => expect(first && kinds(first)).toEqual([...opening, 'ev']));
  expect([second?.[2], third?.[2]].every((frame) => frame !== undefined && frame === first?.[2])).toBe(true);
  expect(elsewhere && kinds(elsewhere)).toEqual(opening);
  await broadcaster.close();
});

test('a server that is stopped says farewell to every console, with the code of a restart and when to come again', async () => {
  const { url, signIn, server } = await listening();
  const consoles = await Promise.all(
    ['agent', 'dispatcher', 'gas'].map(async (name) => openSocket(url, { cookie: await signIn(name) })),
  );
  for (const console of consoles) console.hello(null);
  await vi.waitFor(() => expect(consoles.every((c) => c.heard.at(-1)?.t === 'hb')).toBe(true));
  await server.close();
  for (const { heard, ended } of consoles) {
    expect(await ended).toBe(closeCodes.restart);
    expect(heard.at(-1)).toEqual({ t: 'bye', code: closeCodes.restart, retryAfter: 1 });
  }
});
