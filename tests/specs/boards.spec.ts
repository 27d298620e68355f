import type { FiguresFrame } from '@hotline/shared/live/figures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { logAppeals } from '../support/backups.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let url: string;
const open: WebSocket[] = [];
beforeAll(async () => {
  h = await openHotline({ days: 3 });
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  url = `${address.replace('http', 'ws')}/api/live`;
});
afterAll(async () => {
  for (const socket of open) socket.terminate();
  await h.close();
});

/** A console with these figures on show; what it was told, newest last. */
async function listen(username: string, urls: readonly string[]) {
  const socket = new WebSocket(url, { headers: { cookie: await h.signIn(username) } });
  open.push(socket);
  const told: FiguresFrame[] = [];
  socket.on('message', (data) => {
    const frame: FiguresFrame | { t: 'other' } = JSON.parse(String(data));
    if (frame.t === 'figures') told.push(frame);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ t: 'hello', cursor: null, subscribe: [] }));
  socket.send(JSON.stringify({ t: 'watch', urls }));
  const of = (at: string) => told.filter((frame) => frame.url === at).at(-1)?.answer;
  return { socket, told, of };
}
const until = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((next) => setTimeout(next, 50));
  expect(holds()).toBe(true);
};
/** Without the moment it is of, which stands in its links too. */
const still = (answer: { asOf: string } | undefined) =>
  JSON.parse(JSON.stringify(answer ?? null).replaceAll(/\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d(:|%3A)\d\d\.\d{3}Z/g, ''));

const board = '/api/board?names=lateEntryRate,backlog,timelyReplyRate';
const figure = '/api/figures/backlog?groupBy=department';

test('figures on show are told at once and again when they have changed, as their routes answer', async () => {
  const manager = await listen('manager', [board, figure]);
  await until(() => manager.of(board) !== undefined && manager.of(figure) !== undefined);
  const api = await h.as('manager');
  const asked = async () => ({
    board: still(await api.call('board', { query: { names: 'lateEntryRate,backlog,timelyReplyRate' } })),
    figure: still(await api.call('figure', { params: { name: 'backlog' }, query: { groupBy: 'department' } })),
  });
  const heard = () => ({ board: still(manager.of(board)), figure: still(manager.of(figure)) });
  expect(heard()).toEqual(await asked());
  const frames = manager.told.length;
  await logAppeals(h, 1);
  await until(() => manager.told.length >= frames + 2);
  expect(heard()).toEqual(await asked());
});

test('whoever stops showing a figure hears no more of it, and what stays the same is not told again', async () => {
  const manager = await listen('manager', [board]);
  await until(() => manager.told.length === 1);
  manager.socket.send(JSON.stringify({ t: 'watch', urls: [] }));
  const other = await listen('supervisor', [board]);
  await until(() => other.told.length === 1);
  await logAppeals(h, 1);
  await until(() => other.told.length === 2);
  expect(manager.told.length).toBe(1);
});

test('a department is told its own figures, and a stranger to figures none', async () => {
  const [clerk, agent] = [await listen('watergroup', [figure]), await listen('agent', [figure])];
  await until(() => clerk.told.length > 0);
  const own = await (await h.as('watergroup')).call('figure', {
    params: { name: 'backlog' },
    query: { groupBy: 'department' },
  });
  expect(still(clerk.of(figure))).toEqual(still(own));
  expect(agent.told).toEqual([]);
});

test('an address that is no read of figures is told nothing and ends nothing', async () => {
  const odd = [
    '/api/tickets',
    '//',
    'x',
    '/api/figures/nothing',
    '/api/board?from=yesterday',
    '/api/figures/__proto__',
  ];
  const manager = await listen('manager', [...odd, figure]);
  await until(() => manager.told.length > 0);
  expect(new Set(manager.told.map(({ url: at }) => at))).toEqual(new Set([figure]));
  expect(manager.socket.readyState).toBe(WebSocket.OPEN);
});
