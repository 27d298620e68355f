import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import type { Refusal } from '@hotline/shared/refusal';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openConsole } from '../support/console.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

describe('two nodes over one PostgreSQL', () => {
  let [east, west] = [] as unknown as [TestHotline, TestHotline];
  let url = '';
  beforeAll(async () => {
    east = await openHotline();
    west = await openHotline({ beside: east });
    url = (await west.server.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws');
  });
  afterAll(async () => {
    await west.close();
    await east.close();
  });

  const about = (content: string, phone = '19900000088') => ({
    body: { channel: 'phone' as const, kind: 'help' as const, content, citizen: { phone } },
  });
  const log = async (node: TestHotline, content: string, phone?: string) =>
    (await (await node.as('agent')).call('logAppeal', about(content, phone))).ticket;

  test('a console at one node is told what the other wrote, each event once and in order', async () => {
    const manager = await west.as('manager');
    const read = async () => {
      const { items, epoch, seq } = await manager.call('tickets', { query: { sort: 'received', limit: 60 } });
      return { epoch, seq, scopeVersion: 1, rows: items };
    };
    const console = openConsole(`${url}/api/live`, await west.signIn('manager'), read);
    await console.start();
    await vi.waitFor(() => expect(console.heard.some((f) => f.t === 'reset' || f.t === 'hb')).toBe(true));
    const tickets = await Promise.all(
      Array.from({ length: 12 }, (_, i) => log(i % 2 === 0 ? east : west, `第${i}号楼水管爆裂，请尽快处理。`)),
    );
    await vi.waitFor(() => expect(tickets.every(({ id }) => console.rows().has(id))).toBe(true), { timeout: 8_000 });
    const told = console.heard.filter((f) => f.t === 'ev').map((f) => f.seq);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told).size).toBe(told.length);
    await console.stop();
  });

  test('both nodes index at once: every ticket is found at both, and kept once', async () => {
    const streets = ['湖滨路', '五一路', '津泰路', '道山路'];
    await Promise.all(
      streets.flatMap((street, i) => [
        log(east, `${street}路灯不亮，夜间出行不便。`, `1990000010${i}`),
        log(west, `${street}井盖破损，存在安全隐患。`, `1990000020${i}`),
      ]),
    );
    await Promise.all([catchUp(east.hotline, finder), catchUp(west.hotline, finder)]);
    const { kept, tickets } = await east.store.reader
      .selectFrom('searchDoc')
      .select((eb) => [
        eb.fn.countAll<number>().as('kept'),
        eb.selectFrom('ticket').select(eb.fn.countAll<number>().as('n')).as('tickets'),
      ])
      .executeTakeFirstOrThrow();
    expect(Number(kept)).toBe(Number(tickets));
    for (const node of [east, west])
      for (const street of streets) {
        const { items } = await (await node.as('dispatcher')).call('search', { query: { q: street } });
        expect(items).toHaveLength(2);
      }
  });

  test('four citizens with one matter at two nodes make one alert', async () => {
    const tell = (node: TestHotline, i: number) =>
      log(node, `鼓楼区温泉街道温泉公寓三号楼整栋停水，请尽快恢复供水。`, `1990000030${i}`);
    await Promise.all([0, 1, 2, 3, 4, 5].map((i) => tell(i % 2 === 0 ? east : west, i)));
    await Promise.all([catchUp(east.hotline, finder), catchUp(west.hotline, finder)]);
    const spots = await west.store.reader.selectFrom('hotspot').select(['place', 'citizens']).execute();
    expect(spots.filter(({ place }) => place.includes('温泉公寓'))).toHaveLength(1);
  });

  test('one key sent to both nodes at once logs one appeal', async () => {
    const headers = { 'idempotency-key': 'one-and-the-same-key' };
    const send = async (node: TestHotline) => {
      const cookie = await node.signIn('agent');
      return node.server.inject({
        method: 'POST',
        url: '/api/appeals',
        payload: about('同一件诉求，网络不好发了两次。').body,
        headers: { cookie, ...headers },
      });
    };
    const answers = await Promise.all([send(east), send(west)]);
    for (let again = 0; again < 3 && answers.some((a) => a.statusCode >= 400); again++)
      for (const [i, node] of [east, west].entries()) answers[i] = await send(node);
    const numbers = answers.map((a) => (a.json() as { ticket: { number: string } }).ticket.number);
    expect(new Set(numbers).size).toBe(1);
  });

  test('two dispatchers at two nodes: one sends it, the other is told what changed', async () => {
    const { id } = await log(east, '梅亭路占道经营严重，影响通行。');
    const send = async (node: TestHotline, leadId: string) =>
      (await node.as('dispatcher')).act(id, 'dispatch', 1, { leadId, assistIds: [] });
    const both = await Promise.allSettled([send(east, 'urban'), send(west, 'traffic')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((b): b is PromiseRejectedResult => b.status === 'rejected')?.reason as Refusal;
    expect(lost).toMatchObject({ code: 'stale', details: { changes: [{ verb: 'dispatch' }] } });
  });

  test('what an administrator changes at one node holds at the other after its next look', async () => {
    const admin = await east.as('admin');
    const { set } = await admin.call('schemeSet', { query: {} });
    await admin.call('saveSchemes', { body: { ...set, fairlyTenths: 5 } });
    await west.hotline.catalog.refresh();
    const { definition } = await (await west.as('manager')).call('figure', {
      params: { name: 'satisfactionRate' },
      query: {},
    });
    expect(definition.numerator).toContain('0.5×基本满意');
  });
});
