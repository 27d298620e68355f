import { existsSync } from 'node:fs';
import { fileOf, sweepExports } from '@hotline/server/exports/folder';
import type { Answer, Call } from '@hotline/shared/api/client';
import { addMs } from '@hotline/shared/time/instant';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { download, exported, sheet } from '../support/exports.ts';
import { anOp, openHistory } from '../support/history.ts';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
beforeEach(() => {
  h.clock.now = monday;
});
afterAll(() => h.close());

const purpose = '向市政府报送月度材料';
const tickets = (query: Extract<Call<'startExport'>['body'], { what: 'tickets' }>['query'] = {}) => ({
  what: 'tickets' as const,
  purpose,
  query,
});

async function log(citizen: Record<string, string>, content: string) {
  const body = { channel: 'phone' as const, kind: 'help' as const, content, citizen };
  return (await h.as('agent')).call('logAppeal', { body });
}
const send = async (id: string, leadId: string) =>
  (await h.as('dispatcher')).act(id, 'dispatch', 1, { leadId, assistIds: [] });

test('a file opens in Excel with official names, local times, a masked citizen and no formula', async () => {
  const citizen = { name: '陈建国', phone: '19900001234' };
  const { ticket } = await log(citizen, '=HYPERLINK("http://a.example")路灯不亮\n已经三天，"很暗"');
  await send(ticket.id, 'urban');

  const { id, fileName } = await exported(h, 'manager', tickets({ q: ticket.number }));
  expect(fileName).toBe('工单-20261102-1000.csv');
  const answer = await download(h, 'manager', id);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="export.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
  expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));

  const [row] = await sheet(h, 'manager', tickets({ q: ticket.number }));
  expect(row).toMatchObject({
    工单编号: ticket.number,
    诉求类型: '求助',
    渠道: '电话',
    工单状态: '办理中',
    受理时间: '2026-11-02 10:00:00',
    // Three working days from Monday the 2nd, and one for the promise: Friday 24:00.
    承诺时限: '2026-11-06 24:00',
    办理时限: '2026-11-05 24:00',
    主办单位: '福州市城市管理委员会',
    身份: '实名',
    诉求人: '陈**',
    联系电话: '199****1234',
    诉求内容: '\'=HYPERLINK("http://a.example")路灯不亮\n已经三天，"很暗"',
  });
});

test('a department gets its own tickets, and nobody’s identity where it was to be kept from it', async () => {
  const kept = await log({ name: '林秀英', phone: '19900005678', identity: 'confidential' }, '举报工地夜间施工扰民。');
  const named = await log({ name: '黄志强', phone: '19900005679' }, '反映工地围挡占道，出行不便。');
  const other = await log({ name: '王美丽', phone: '19900005680' }, '反映自来水发黄，请尽快处理。');
  for (const { ticket } of [kept, named]) await send(ticket.id, 'urban');
  await send(other.ticket.id, 'watergroup');

  const rows = await sheet(h, 'urban', tickets());
  const of = (number: string) => rows.find((r) => r['工单编号'] === number);
  expect(of(other.ticket.number)).toBeUndefined();
  expect(of(kept.ticket.number)).toMatchObject({ 身份: '保密', 诉求人: '', 联系电话: '' });
  expect(of(named.ticket.number)).toMatchObject({ 诉求人: '黄**', 联系电话: '199****5679' });
  const ofCentre = await sheet(h, 'manager', tickets({ q: kept.ticket.number }));
  expect(ofCentre[0]).toMatchObject({ 诉求人: '林**', 联系电话: '199****5678' });
  expect(JSON.stringify([rows, ofCentre])).not.toContain('19900005678');
});

test('no export without a purpose; who took what for what, and who fetched it, is written down', async () => {
  const manager = await h.as('manager');
  for (const nothing of ['', ' ', '     ']) {
    const asked = manager.call('startExport', { body: { ...tickets(), purpose: nothing } });
    await expect(asked).rejects.toMatchObject({ code: 'invalid' });
  }
  const agent = (await h.as('agent')).call('startExport', { body: tickets() });
  await expect(agent).rejects.toMatchObject({ code: 'forbidden' });

  const { id } = await exported(h, 'manager', tickets({ kind: 'help' }));
  await download(h, 'manager', id);
  const written = await h.store.reader
    .selectFrom('audit')
    .select(['personId', 'act', 'purpose', 'at'])
    .where('subjectId', '=', id)
    .orderBy('seq')
    .execute();
  const by = { personId: 'p-manager', purpose, at: monday };
  expect(written).toEqual([
    { ...by, act: 'export' },
    { ...by, act: 'downloadExport' },
  ]);
  const row = await h.store.reader.selectFrom('export').select('asked').where('id', '=', id).executeTakeFirst();
  expect(JSON.parse(row?.asked ?? '')).toEqual(tickets({ kind: 'help' }));
});

test('a file is its owner’s alone, for a day, and as long as his rights are what they were', async () => {
  const { id } = await exported(h, 'manager', tickets());
  const supervisor = (await h.as('supervisor')).call('export', { params: { id } });
  await expect(supervisor).rejects.toMatchObject({ code: 'notFound' });
  expect((await download(h, 'supervisor', id)).statusCode).toBe(404);
  expect((await download(h, 'agent', id)).statusCode).toBe(403);
  expect((await h.server.inject({ url: `/api/exports/${id}/file` })).statusCode).toBe(401);

  const file = fileOf(h.hotline, id);
  h.clock.now = addMs(monday, 86_399_999);
  await sweepExports(h.hotline);
  expect((await download(h, 'manager', id)).statusCode).toBe(200);

  await h.store.writer.updateTable('export').set({ scopeVersion: 0 }).where('id', '=', id).execute();
  expect((await download(h, 'manager', id)).refusal()).toMatchObject({ code: 'forbidden' });
  await h.store.writer.updateTable('export').set({ scopeVersion: 1 }).where('id', '=', id).execute();

  h.clock.now = addMs(monday, 86_400_000);
  const state = await (await h.as('manager')).call('export', { params: { id } });
  expect(state).toMatchObject({ status: 'expired', download: null });
  expect((await download(h, 'manager', id)).refusal()).toMatchObject({ code: 'notFound' });
  expect(existsSync(file)).toBe(true);
  await sweepExports(h.hotline);
  expect(existsSync(file)).toBe(false);
});

test('the same key asks once; a third file at a time has to wait; one nobody writes any more has failed', async () => {
  const reviewer = await h.as('reviewer');
  const ask = (key: string) => reviewer.call('startExport', { body: tickets(), key });
  const [one, again] = [await ask('export-key-1'), await ask('export-key-1')];
  expect(again.id).toBe(one.id);
  const other = reviewer.call('startExport', { body: tickets({ kind: 'praise' }), key: 'export-key-1' });
  await expect(other).rejects.toMatchObject({ code: 'idempotencyMismatch' });

  const ready = await exported(h, 'reviewer', tickets());
  await expect.poll(async () => (await reviewer.call('export', { params: { id: one.id } })).status).toBe('ready');
  // Two that are still being written, as after the power went.
  const lost = { status: 'running' as const, heardAt: monday };
  await h.store.writer.updateTable('export').set(lost).where('id', 'in', [one.id, ready.id]).execute();
  await expect(ask('export-key-2')).rejects.toMatchObject({ code: 'tooMany' });
  h.clock.now = addMs(monday, 60_000);
  const state = await reviewer.call('export', { params: { id: one.id } });
  expect(state).toMatchObject({ status: 'failed', download: null });
  expect(state.failure).toContain('请重新导出');
  expect((await ask('export-key-2')).status).toBe('running');
});

test('after random days a file holds what the list lists, and what a figure counts, for everybody and every filter', async () => {
  const history = await openHistory(h);
  const ops = fc.sample(fc.array(anOp, { minLength: 120, maxLength: 120 }), { seed: 12345, numRuns: 1 })[0] ?? [];
  for (const op of ops) await history.play(op);

  const listed = async (username: string, query: Call<'tickets'>['query']) => {
    const client = await h.as(username);
    const numbers: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Answer<'tickets'> = await client.call('tickets', {
        query: { ...query, limit: 200, ...(cursor ? { cursor } : {}) },
      });
      numbers.push(...page.items.map((t) => t.number));
      cursor = page.nextCursor;
    }
    return numbers.sort();
  };
  const filters = [
    ...[
      {},
      { status: 'closed' },
      { status: 'handling,awaitingReview' },
      { dispatchStatus: 'handling' },
      { kind: 'help' },
    ],
    ...[{ overdue: true }, { card: 'red' }, { excused: true }, { request: 'extension,return' }, { order: 'open' }],
    ...[{ department: 'urban' }, { region: '3501' }, { q: '路' }],
  ] as const;
  expect((await listed('manager', {})).length).toBeGreaterThan(15);
  for (const who of ['manager', 'urban', 'watergroup', 'traffic.head']) {
    for (const filter of filters) {
      const rows = await sheet(h, who, tickets(filter));
      const numbers = rows.map((r) => r['工单编号'] ?? '').sort();
      expect(numbers, `${who} ${JSON.stringify(filter)}`).toEqual(await listed(who, filter));
    }
    for (const name of ['timelyReplyRate', 'departmentTimelyReplyRate', 'closingRate', 'overdueNow']) {
      const client = await h.as(who);
      const { total } = await client.call('figure', { params: { name }, query: {} });
      const counts = {
        denominator: total.denominator,
        numerator: total.met,
        rest: total.rest,
        excluded: total.excludedTotal,
      };
      for (const part of ['denominator', 'numerator', 'rest', 'excluded'] as const) {
        const query = { ...Object.fromEntries(new URLSearchParams(total.drill)), part };
        const rows = await sheet(h, who, { what: 'figure', figure: name, purpose, query });
        const { items } = await client.call('figureRows', { params: { name }, query: { ...query, limit: 200 } });
        expect(rows.length, `${who} ${name} ${part}`).toBe(counts[part]);
        expect(rows.map((r) => [r['编号'], r['标题']])).toEqual(
          items.map((m) => [m.number, m.title.replace(/^=/, "'=")]),
        );
      }
    }
  }
});
