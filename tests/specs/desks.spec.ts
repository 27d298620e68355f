import type { DeskFrame } from '@hotline/shared/live/desks';
import { addMs } from '@hotline/shared/time/instant';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anOp, type History, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

let h: TestHotline;
let history: History;
let url: string;
const open: WebSocket[] = [];

beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h, 600_000);
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  url = `${address.replace('http', 'ws')}/api/live`;
});
afterAll(async () => {
  for (const socket of open) socket.terminate();
  await h.close();
});

/** A console that hears how many wait; what it was told last. */
async function listen(username: string) {
  const socket = new WebSocket(url, { headers: { cookie: await h.signIn(username) } });
  open.push(socket);
  const told: DeskFrame[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as DeskFrame | { t: 'other' };
    if (frame.t === 'desks') told.push(frame);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ t: 'hello', cursor: null, subscribe: ['desks'] }));
  return {
    told,
    last: () => told.at(-1)?.counts,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => socket.terminate(),
  };
}
const counted = async (username: string) => (await (await h.as(username)).call('ticketCounts', {})).counts;

/** A centre, departments that stand alone, above and below others, and one whose people sit in two places. */
const people = ['dispatcher', 'supervisor', 'urban', 'watergroup', 'water', 'gas.head'];

const numRuns = runs(15, 5);
test(`what is pushed is what is counted in the store, after ${numRuns} random histories and at every hour`, {
  timeout: 120_000 + numRuns * 2_000,
}, async () => {
  const early = await Promise.all(people.map(listen));
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anOp, { minLength: 4, maxLength: 25 }), async (ops) => {
      for (const op of ops) await history.play(op);
      // Whoever comes now reads everything; the others were told of each change.
      const late = await Promise.all(people.map(listen));
      for (const [i, username] of people.entries()) {
        const expected = await counted(username);
        const told = async () => {
          // The hotline's clock goes on by hours, and a session ends after twelve: then its person signs in again.
          const console = early[i]?.isOpen() ? early[i] : await listen(username);
          if (console === early[i]) kept += 1;
          early[i] = console;
          return console?.last();
        };
        await expect.poll(told, { timeout: 15_000, interval: 20 }).toEqual(expected);
        await expect.poll(() => late[i]?.last(), { timeout: 15_000, interval: 20 }).toEqual(expected);
      }
      for (const console of late) console.close();
    }),
    { numRuns, endOnFailure: true },
  );
  expect(kept).toBeGreaterThan(numRuns);
});

test('what becomes overdue by the clock alone is told within seconds, to whom it concerns', async () => {
  const agent = await h.as('agent');
  const content = '市民反映五一北路路灯不亮，请尽快修复。';
  const body = { channel: 'phone' as const, kind: 'help' as const, content, citizen: { phone: '13800138000' } };
  const { ticket } = await agent.call('logAppeal', { body });
  const dispatched = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  const dueAt = dispatched.dispatches[0]?.dueAt ?? '';
  // A session lasts twelve hours, a dispatch days.
  h.clock.now = addMs(dueAt, -60_000);
  const console = await listen('urban');
  await expect.poll(console.last, { timeout: 15_000 }).toEqual(await counted('urban'));
  const before = console.last()?.['overdue'] ?? 0;
  // Only the clock of the hotline goes on: nothing is written.
  h.clock.now = dueAt;
  await expect.poll(() => console.last()?.['overdue'], { timeout: 15_000 }).toBeGreaterThan(before);
  await expect.poll(console.last, { timeout: 15_000 }).toEqual(await counted('urban'));
});

test('a console that asks for no counts is told none, and one that stops asking neither', async () => {
  const console = await listen('reviewer');
  await expect.poll(console.last, { timeout: 15_000 }).toBeDefined();
  const socket = open.at(-1);
  socket?.send(JSON.stringify({ t: 'subscribe', subscribe: [] }));
  const told = console.told.length;
  const agent = await h.as('agent');
  const other = await listen('dispatcher');
  await expect.poll(other.last, { timeout: 15_000 }).toBeDefined();
  const before = other.told.length;
  const content = '市民反映小区门口井盖破损，请尽快修复。';
  await agent.call('logAppeal', { body: { channel: 'phone', kind: 'help', content, citizen: {} } });
  await expect.poll(() => other.told.length, { timeout: 15_000 }).toBeGreaterThan(before);
  expect(console.told.length).toBe(told);
});

test('a request waits at the desk of whoever may decide it: a child’s return at its parent’s, its question to the citizen at the centre’s', async () => {
  const [agent, dispatcher, parent] = await Promise.all(['agent', 'dispatcher', 'urban'].map((name) => h.as(name)));
  if (!agent || !dispatcher || !parent) throw new Error('no cast');
  const requests = async (username: string) => {
    const { 'request.question': question = 0, 'request.return': returned = 0 } = await counted(username);
    return { question, returned };
  };
  const before = { dispatcher: await requests('dispatcher'), urban: await requests('urban') };
  const content = '市民反映五四路水管爆裂，请尽快修复。';
  const body = { channel: 'phone' as const, kind: 'help' as const, content, citizen: { phone: '13800138000' } };
  const { ticket } = await agent.call('logAppeal', { body });
  const { dispatches } = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  const own = dispatches[0] ?? { id: '', version: 0 };
  const begun = await parent.act(ticket.id, 'sign', own.version, { dispatchId: own.id });
  const sent = await parent.act(ticket.id, 'subDispatch', begun.dispatches[0]?.version ?? 0, {
    dispatchId: own.id,
    departmentId: 'urban-01',
  });
  const below = sent.dispatches.find((d) => d.parentId === own.id) ?? { id: '', version: 0 };
  // Whoever works above it may act for a unit below.
  const signed = await parent.act(ticket.id, 'sign', below.version, { dispatchId: below.id });
  const versionIn = (c: typeof signed) => c.dispatches.find((d) => d.id === below.id)?.version ?? 0;
  const reason = '需要市民补充具体位置。';
  const asked = await parent.act(ticket.id, 'askQuestion', versionIn(signed), { dispatchId: below.id, reason });
  const back = { dispatchId: below.id, reasonCode: 'notOurArea', reason };
  const both = await parent.act(ticket.id, 'requestReturn', versionIn(asked), back);
  expect(await requests('dispatcher')).toEqual({ ...before.dispatcher, question: before.dispatcher.question + 1 });
  expect(await requests('urban')).toEqual({ ...before.urban, returned: before.urban.returned + 1 });
  const idOf = (type: string) => both.requests.find((r) => r.type === type)?.id;
  const may = async (username: string) => {
    const { openActions } = await (await h.as(username)).call('ticket', { params: { id: ticket.id } });
    return openActions.filter((a) => ['approveReturn', 'refuseQuestion'].includes(a.name)).map((a) => a.target);
  };
  expect([await may('dispatcher'), await may('urban')]).toEqual([[idOf('question')], [idOf('return')]]);
  const console = await listen('urban');
  await expect.poll(console.last, { timeout: 15_000 }).toEqual(await counted('urban'));
});
