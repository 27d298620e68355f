import { readFileSync } from 'node:fs';
import { replaceGrants } from '@hotline/db/people/staff';
import { verify } from '@hotline/server/jobs/verify';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { realData } from '../support/data.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { bringIn, sendFile, settled } from '../support/migration.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'five', 5);
  await foundNeighbour(h, 'ten', 10);
  for (const city of ['five', 'ten'])
    await h.store.writer.transaction().execute((tx) =>
      replaceGrants(
        tx,
        `p-${city}.manager`,
        (['manager', 'administrator'] as const).map((role) => ({ role, path: `${city}.` })),
        h.clock.now,
      ),
    );
  await h.hotline.catalog.reload();
});
afterAll(() => h.close());

const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const header =
  '工单编号,受理时间,派单时间,签收时间,办理期限,标题,诉求内容,联系电话,诉求类型,承办单位,办理状态,答复内容,办结时间';
const line = {
  closed:
    'H1,2026-09-01 9:30,2026/9/1,,,路灯不亮,五一路口路灯三天不亮。,13900001234,投诉,历史件承办单位,已办结,已修复。,2026年9月3日 下午4时',
  open: 'H2,2026-10-28 09:30,2026-10-28 10:00,2026-10-28 11:00,2026-12-31,井盖破损,福马路井盖破损。,找老王,求助,历史件承办单位,办理中,,',
  unsigned: 'H3,2026-10-30 09:30,2026-10-30 10:00,,,漏水,水管漏水。,13900001235,求助,历史件承办单位,待签收,,',
  unsent: 'H4,2026-10-30 09:30,,,,停水,小区停水。,,咨询,,待派单,,',
  broken: 'H5,2026-02-30,,,,标题,内容内容。,,咨询,历史件承办单位,已办结,好的。,2026-03-01',
};
const ticketsOf = (centreId: string) =>
  h.store.reader.selectFrom('ticket').selectAll().where('centreId', '=', centreId).orderBy('receivedAt').execute();

describe('a file of the old system', () => {
  let id = '';
  let mapping: Mapping = {};

  test('is read, and what its headings and words mean is proposed', async () => {
    const run = await sendFile(h, 'five.manager', '旧系统.csv', csv(header, ...Object.values(line)));
    expect(run).toMatchObject({ state: 'ready', fileName: '旧系统.csv', rows: 5, questions: [] });
    expect(run.found).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerRow: 1, garbled: null });
    id = run.id;
    mapping = run.mapping ?? {};
    expect(mapping.fields).toMatchObject({ externalNumber: '工单编号', dueAt: '办理期限', phone: '联系电话' });
    expect(mapping.tables).toMatchObject({
      kind: { 投诉: 'complaint', 求助: 'help', 咨询: 'inquiry' },
      status: { 已办结: 'closed', 办理中: 'open', 待签收: 'open', 待派单: 'open' },
    });
  });

  test('shows its first rows as they would be kept, each with what is wrong', async () => {
    const client = await h.as('five.manager');
    const { rows } = await client.call('previewImport', { params: { id }, body: { mapping } });
    expect(rows.map((row) => [row.row, row.is, row.refused, row.alarms.map((a) => a.sentence)])).toEqual([
      [2, 'finished', null, ['派单时间没有时刻，按诉求时间计。']],
      [3, 'open', null, ['联系电话「找老王」读不出，已原样保留。']],
      [4, 'open', null, []],
      [5, 'open', null, []],
      [6, null, '诉求时间：日期「2026-02-30」不存在，请按 2026-03-01 的格式填写。', []],
    ]);
    const text = (name: string) => rows[0]?.fields.find((f) => f.field === name)?.text;
    expect([text('receivedAt'), text('repliedAt'), text('phone')]).toEqual([
      '2026-09-01 09:30',
      '2026-09-03 16:00',
      '+8613900001234',
    ]);
  });

  test('is checked without writing, with a count of each problem and the refused rows beside their own columns', async () => {
    const client = await h.as('five.manager');
    await client.call('checkImport', { params: { id }, body: { mapping } });
    const { checked } = await settled(h, 'five.manager', id);
    expect(checked).toMatchObject({ rows: 5, imported: 4, open: 3, known: 0, refused: 1 });
    expect(checked?.problems.map((p) => [p.why, p.field, p.term, p.isRefused, p.count, p.examples[0]?.row])).toEqual([
      ['unreadableTime', 'receivedAt', '诉求时间读不出', true, 1, 6],
      ['dateOnly', 'sentAt', '派单时间没有时刻', false, 1, 2],
      ['unreadable', 'phone', '联系电话读不出', false, 1, 3],
    ]);
    expect(await ticketsOf('five')).toEqual([]);
    const file = await h.server.inject({
      url: `/api/imports/${id}/refused`,
      headers: { cookie: await h.signIn('five.manager') },
    });
    expect(file.body.split('\r\n')).toEqual([
      `\uFEFF未导入原因,原文件行号,${header}`,
      `诉求时间：日期「2026-02-30」不存在，请按 2026-03-01 的格式填写。,6,${line.broken}`,
      '',
    ]);
  });

  test('comes in in the background: finished matters closed, open ones open with department, due and clock', async () => {
    const run = await bringIn(h, 'five.manager', id, mapping);
    expect(run).toMatchObject({ state: 'done', report: { imported: 4, open: 3, refused: 1 } });
    const [closed, open, ...others] = await ticketsOf('five');
    expect(closed).toMatchObject({ status: 'closed', closedAt: '2026-09-03T08:00:00.000Z' });
    const manager = await h.as('five.manager');
    const c = await manager.call('ticket', { params: { id: open?.id ?? '' } });
    expect(c.ticket).toMatchObject({ status: 'handling', receivedAt: '2026-10-28T01:30:00.000Z' });
    // The other system’s due stands, to the end of its day, whatever our rule of five days would count.
    expect(c.dispatches).toMatchObject([
      {
        ...{ departmentId: 'five.import-dept', status: 'handling', sentAt: '2026-10-28T02:00:00.000Z' },
        ...{ signedAt: '2026-10-28T03:00:00.000Z', dueAt: '2026-12-31T16:00:00.000Z' },
        originalDueAt: '2026-12-31T16:00:00.000Z',
      },
    ]);
    expect(c.notes).toEqual([]);
    expect(c.appeals[0]?.unreadPhone).toBeTruthy();
    expect(others.map((t) => t.status).toSorted()).toEqual(['awaitingDispatch', 'handling']);
    const unsigned = await h.store.reader
      .selectFrom('dispatch')
      .select(['status', 'dueAt'])
      .where('signedAt', 'is', null)
      .where('departmentPath', '=', 'five.import-dept.')
      .execute();
    // By our own rule: Friday 30 October and five working days.
    expect(unsigned).toEqual([{ status: 'awaitingSigning', dueAt: '2026-11-06T16:00:00.000Z' }]);
    expect((await verify(h.store)).checks.filter((check) => !check.ok)).toEqual([]);
  });

  test('is taken back as a whole, but for what somebody has worked on: no list and no figure knows of it', async () => {
    const manager = await h.as('five.manager');
    const query = { from: '2026-01-01', to: '2026-12-31' };
    const answered = async () =>
      (await manager.call('figure', { params: { name: 'timelyReplyRate' }, query })).total.denominator;
    expect(await answered()).toBe(1);
    const [, open] = await ticketsOf('five');
    await h.store.writer
      .updateTable('event')
      .set({ actorType: 'person' })
      .where('ticketId', '=', open?.id ?? '')
      .execute();
    await manager.call('undoImport', { params: { id } });
    expect(await settled(h, 'five.manager', id)).toMatchObject({ state: 'undone', undone: 3, kept: 1 });
    expect((await ticketsOf('five')).map((t) => t.id)).toEqual([open?.id]);
    expect(await answered()).toBe(0);
    expect((await verify(h.store)).checks.filter((check) => !check.ok)).toEqual([]);
    const { seq } = await h.store.reader.selectFrom('head').select('seq').executeTakeFirstOrThrow();
    const verbs = await h.store.reader.selectFrom('event').select('verb').where('verb', '=', 'takeBack').execute();
    expect([seq, verbs.length]).toEqual([7, 3]);
    // Taken back, it may come again.
    const again = await sendFile(h, 'five.manager', '旧系统.csv', csv(header, ...Object.values(line)));
    const run = await bringIn(h, 'five.manager', again.id, mapping);
    expect(run.report).toMatchObject({ imported: 3, known: 1, refused: 1 });
  });
});

test('headings that stand there twice are asked about, never guessed', async () => {
  const two = csv(
    '编号,时间,内容,电话,电话,类型,单位',
    'D1,2026-09-01,漏水了,13900001234,13900001235,投诉,历史件承办单位',
  );
  const run = await sendFile(h, 'five.manager', '两列电话.csv', two);
  expect(run.mapping?.fields?.phone).toBeUndefined();
  expect(run.questions).toMatchObject([{ what: 'duplicate', about: ['电话#1', '电话#2'] }]);
  const client = await h.as('five.manager');
  const start = (mapping: Mapping) => client.call('startImport', { params: { id: run.id }, body: { mapping } });
  await expect(start(run.mapping ?? {})).rejects.toThrow('表头「电话」出现 2 次');
  await start({ ...run.mapping, fields: { ...run.mapping?.fields, phone: '电话#2' } });
  expect((await settled(h, 'five.manager', run.id)).report).toMatchObject({ imported: 1, open: 1 });
});

test('UTF-8 that was read as GB 18030 is noticed, by choice here or by whoever saved the file', async () => {
  const text = `${header}\r\n${line.closed.replace('H1', 'G1')}`;
  const run = await sendFile(h, 'five.manager', 'utf8.csv', Buffer.from(text));
  const client = await h.as('five.manager');
  await client.call('readImport', {
    params: { id: run.id },
    body: { encoding: 'gb18030', delimiter: ',', headerRow: 1 },
  });
  const wrongly = await settled(h, 'five.manager', run.id);
  expect(wrongly.questions[0]).toMatchObject({ what: 'garbled', sentence: expect.stringContaining('改为 UTF-8') });
  const saved = iconv.decode(Buffer.from(text), 'gb18030');
  const broken = await sendFile(h, 'five.manager', 'saved.csv', Buffer.from(saved));
  expect(broken.questions[0]).toMatchObject({ what: 'garbled', sentence: expect.stringContaining('重新导出') });
});

test('what is no table is refused with what to send instead', async () => {
  const failed = await sendFile(h, 'five.manager', 'a.pdf', Buffer.from('%PDF-1.7 …'));
  expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining('PDF') });
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
  const utf32 = Uint8Array.from(
    [...'编号,内容\r\n1,路灯不亮\r\n'].flatMap((c) => [c.codePointAt(0) ?? 0]).flatMap((n) => [n & 255, n >> 8, 0, 0]),
  );
  for (const bytes of [noise, utf32, new Uint8Array(500)])
    expect(await sendFile(h, 'five.manager', 'a.csv', bytes)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('另存为'),
    });
  await expect(sendFile(h, 'five.manager', 'a.csv', new Uint8Array())).rejects.toThrow('文件是空的');
});

const replies = realData('appeals/replies.jsonl');
describe.skipIf(!replies)('the real messages as offices would send them', () => {
  const columns = {
    message_no: '编号',
    title: '标题',
    text: '诉求内容',
    user: '姓名',
    created_at: '来信时间',
    reply: '答复内容',
    replied_at: '答复时间',
  };
  const rows = () =>
    readFileSync(replies ?? '', 'utf8')
      .trim()
      .split('\n')
      .map((text): Record<keyof typeof columns, string> => JSON.parse(text));
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const workbook = () =>
    writeXlsx({
      sheets: [
        {
          name: '信件',
          rows: [
            ['网上信件'],
            Object.values(columns),
            ...rows().map((row) => names.map((name) => (name.endsWith('_at') ? new Date(`${row[name]}Z`) : row[name]))),
          ],
          columns: names.map((name) => (name.endsWith('_at') ? { numFmt: 'yyyy/m/d h:mm:ss' } : {})),
        },
      ],
    });
  const gbk = () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const lines = rows().map((row) => names.map((name) => quoted(String(row[name]).replace('T', ' '))).join(','));
    return iconv.encode([Object.values(columns).join(','), ...lines].join('\r\n'), 'gbk');
  };

  test.for([
    ['five', '信件.xlsx', workbook, 1049, '38.02'],
    ['ten', '信件.csv', gbk, 1700, '61.61'],
  ] as const)('%s, %s', { timeout: 300_000 }, async ([centreId, fileName, make, timely, rate]) => {
    const who = `${centreId}.manager`;
    const run = await sendFile(h, who, fileName, await make());
    const constants = { kind: 'complaint', department: 'import-dept' };
    const { report } = await bringIn(h, who, run.id, { ...run.mapping, constants });
    expect(report).toMatchObject({ rows: 2816, imported: 2759, refused: 57 });
    const manager = await h.as(who);
    // Of the story above nothing fell due before November.
    const query = { from: '2013-01-01', to: '2025-12-31' };
    const { total } = await manager.call('figure', { params: { name: 'timelyReplyRate' }, query });
    expect(total).toMatchObject({ numerator: timely, denominator: 2759, rate });
  });
});
