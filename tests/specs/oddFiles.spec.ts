import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { bringIn, sendFile, settled } from '../support/migration.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const header = '工单编号,受理时间,诉求内容,诉求类型,承办单位,办理状态,答复内容,办结时间';
const row = (number: string, day: string) =>
  `${number},${day},五一路口路灯三天不亮。,投诉,市水务集团,已办结,已修复。,2026-09-03`;

test('a day at the edge of all years refuses its row, and the others come in', async () => {
  const days = ['0000-01-01', '0000-01-01 00:00', '9999-12-31', '0001-01-01', '2026-09-01'];
  const lines = days.map((day, i) => row(`E${i}`, day));
  const { id, mapping } = await sendFile(h, 'admin', '旧系统.csv', Buffer.from([header, ...lines].join('\r\n')));
  const admin = await h.as('admin');
  const { rows } = await admin.call('previewImport', { params: { id }, body: { mapping: mapping ?? {} } });
  // The preview refuses what the import refuses.
  expect(rows.map((row) => row.refused === null)).toEqual([false, false, false, false, true]);
  const run = await bringIn(h, 'admin', id, mapping ?? {});
  expect(run).toMatchObject({ state: 'done', failure: null });
  expect(run.report?.imported).toBe(1);
});

test('a row refused in the preview names its department as every other row does, and says what its text lacks', async () => {
  const lines = [
    row('G0', '2026-09-01'),
    row('G1', '昨天'),
    row('G2', '2026-09-01').replace(/五一[^,]*/, '😀😀😀'),
    row('G3', '2026-09-04'),
  ];
  const { id, mapping } = await sendFile(h, 'admin', '旧系统.csv', Buffer.from([header, ...lines].join('\r\n')));
  const admin = await h.as('admin');
  const { rows } = await admin.call('previewImport', { params: { id }, body: { mapping: mapping ?? {} } });
  const named = rows.map((r) => r.fields.find((f) => f.field === 'department')?.text);
  expect(new Set(named).size).toBe(1);
  expect(named[0]).toContain('水务集团');
  expect(rows.map((r) => r.refused)).toEqual([
    null,
    expect.stringContaining('「昨天」读不出'),
    '诉求内容「😀😀😀」只有标点或符号。',
    // As the dry run says it.
    '答复时间早于诉求时间，请核对原始数据。',
  ]);
});

test('a workbook that unpacks to more than any table is refused with what to do, and nothing else stops', async () => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(30, 16);
  const file = Buffer.alloc(46);
  file.writeUInt32LE(0x02014b50, 0);
  file.writeUInt32LE(123_737, 20);
  file.writeUInt32LE(125_829_120, 24);
  const bomb = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(26), file, end]);
  const { id } = await sendFile(h, 'admin', '旧系统.xlsx', bomb);
  const run = await settled(h, 'admin', id);
  expect(run).toMatchObject({ state: 'failed', failure: expect.stringContaining('另存为 .xlsx 或 CSV') });
  expect((await h.server.inject('/readyz')).statusCode).toBe(200);
});
