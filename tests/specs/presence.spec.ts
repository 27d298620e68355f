import { personByUsername } from '@hotline/db/people/people';
import type { PresentAt } from '@hotline/shared/live/presence';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSocket } from '../support/console.ts';
import { type History, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let history: History;
let url: string;
const appeal = { what: 0, who: 1, which: 1, extra: 1 };

beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h, 60_000);
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  url = `${address.replace('http', 'ws')}/api/live`;
});
afterAll(() => h.close());

/** A console of one of the demo people, at a ticket. */
async function openAt(username: string, ticketId: string, form: string | null = null) {
  const tab = await openSocket(url, { cookie: await h.signIn(username) });
  const go = (to: string | null, withForm: string | null = null) =>
    tab.socket.send(JSON.stringify({ t: 'at', ticketId: to, form: withForm }));
  go(ticketId, form);
  const told = () => tab.heard.filter((f) => (f.t as string) === 'present') as unknown as PresentAt[];
  return {
    ...tab,
    go,
    told,
    /** What this console was told last, as «name form». */
    sees: () => (told().at(-1)?.people ?? []).map((p) => `${p.name} ${p.form ?? '查看'}`),
  };
}
const nameOf = async (username: string) => (await personByUsername(h.store.reader, username))?.name ?? '';

test('people at one ticket are told of each other, with the form that is open, and of whoever leaves', async () => {
  const { ticket } = (await history.log(appeal)).case;
  const [chen, lin] = [await openAt('dispatcher', ticket.id), await openAt('reviewer', ticket.id)];
  const [chenName, linName] = [await nameOf('dispatcher'), await nameOf('reviewer')];
  await vi.waitFor(() => expect([chen.sees(), lin.sees()]).toEqual([[`${linName} 查看`], [`${chenName} 查看`]]));
  chen.go(ticket.id, 'dispatch');
  await vi.waitFor(() => expect(lin.sees()).toEqual([`${chenName} dispatch`]));
  expect(lin.told().at(-1)?.people[0]).toEqual({
    name: chenName,
    unit: expect.stringContaining('12345'),
    form: 'dispatch',
    since: h.clock.now,
  });
  chen.socket.terminate();
  await vi.waitFor(() => expect(lin.sees()).toEqual([]));
  expect(
    (await h.as('reviewer').then((c) => c.call('ticketEvents', { params: { id: ticket.id } }))).items,
  ).toHaveLength(1);
  lin.socket.terminate();
});

test('a department knows of its own people and not who of the centre or of another one is there', async () => {
  const { ticket } = (await history.log(appeal)).case;
  const dispatcher = await h.as('dispatcher');
  const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: ['gas'] });
  const chen = await openAt('dispatcher', ticket.id);
  const gas = await openAt('gas', ticket.id);
  const [clerk, head] = [await openAt('urban', ticket.id, 'sign'), await openAt('urban.head', ticket.id)];
  const [clerkName, headName, gasName] = [await nameOf('urban'), await nameOf('urban.head'), await nameOf('gas')];
  await vi.waitFor(() => expect(chen.sees()).toEqual([`${clerkName} sign`, `${gasName} 查看`, `${headName} 查看`]));
  await vi.waitFor(() => expect([clerk.sees(), head.sees()]).toEqual([[`${headName} 查看`], [`${clerkName} sign`]]));
  expect(gas.told()).toEqual([]);

  // Whoever loses sight of the ticket is told of nobody and to nobody any more.
  await dispatcher.act(ticket.id, 'amend', sent.ticket.version, { againstDepartmentId: 'urban' });
  await vi.waitFor(() => expect([chen.sees(), clerk.sees()]).toEqual([[`${gasName} 查看`], []]));
  for (const tab of [chen, gas, clerk, head]) tab.socket.terminate();
});

test('a ticket out of sight tells nothing; an unknown one and a form without end of letters are no way in', async () => {
  const { ticket } = (await history.log(appeal)).case;
  const chen = await openAt('dispatcher', ticket.id);
  const [stranger, lost] = [await openAt('gas', ticket.id), await openAt('reviewer', 'no-such-ticket')];
  const other = await openAt('dispatcher', 'no-such-ticket', 'reply');
  const lin = await openAt('reviewer', ticket.id);
  await vi.waitFor(() => expect(chen.sees()).toHaveLength(1));
  expect([stranger.told(), lost.told(), other.told()]).toEqual([[], [], []]);
  lin.go(ticket.id, '<b>'.repeat(40));
  expect(await lin.ended).toBe(1003);
  await vi.waitFor(() => expect(chen.sees()).toEqual([]));
  for (const tab of [chen, stranger, lost, other]) tab.socket.terminate();
});

test('signing out takes a person away at once, and whoever talks without end is heard no more than others', async () => {
  const { ticket } = (await history.log(appeal)).case;
  const lin = await openAt('reviewer', ticket.id);
  const payload = { username: 'supervisor', password: 'hotline-demo' };
  const answer = await h.server.inject({ method: 'POST', url: '/api/session', payload });
  const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const tab = await openSocket(url, { cookie });
  for (let i = 0; i < 3_000; i++)
    tab.socket.send(JSON.stringify({ t: 'at', ticketId: ticket.id, form: i % 2 ? 'supervise' : null }));
  const name = await nameOf('supervisor');
  await vi.waitFor(() => expect(lin.sees()).toHaveLength(1));
  expect(lin.sees()[0]).toContain(name);
  await h.server.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
  await vi.waitFor(() => expect(lin.sees()).toEqual([]));
  expect(lin.told().length).toBeLessThan(20);
  lin.socket.terminate();
});
