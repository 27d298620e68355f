import { readFileSync } from 'node:fs';
import { readMapping } from '@hotline/server/imports/mapping';
import { openTable } from '@hotline/server/imports/reading/table';
import { importRows, type RefusedRow } from '@hotline/server/imports/run';
import { rate } from '@hotline/shared/figures/measure';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { realData } from '../support/data.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

const replies = realData('appeals/replies.jsonl');
const specialDays = realData('calendar/special_days_2013_2026.csv');
const nyc = realData('nyc311/all_agencies_2024-05-26.csv');

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'five', 5);
  await foundNeighbour(h, 'ten', 10);
  await foundNeighbour(h, 'nyc', 5);
});
afterAll(() => h.close());

const mapping = readMapping({
  fields: {
    externalNumber: 'message_no',
    title: 'title',
    content: 'text',
    citizenName: 'user',
    receivedAt: 'created_at',
    publicReply: 'reply',
    repliedAt: 'replied_at',
  },
  constants: { kind: 'complaint', department: 'import-dept' },
  dates: { format: 'YYYY-MM-DDTHH:mm:ss', zone: 'Asia/Shanghai' },
});

describe.skipIf(!replies || !specialDays)('real messages in two cities that differ in one rule', () => {
  test.for([
    ['five', 5],
    ['ten', 10],
  ] as const)(
    'the timely-reply rate of %s (%i working days) is what a slow recount by hand gives',
    { timeout: 300_000 },
    async ([centreId, days]) => {
      const told: RefusedRow[] = [];
      const rows = (await openTable(replies ?? '')).rows();
      const report = await importRows(h.hotline, rows, { centreId, mapping, onRefused: (r) => told.push(r) });
      const expected = recount(days);
      expect(report).toMatchObject({ rows: 2816, imported: expected.due, known: 0, refused: expected.before2013 });
      expect(told.every((r) => r.reason.includes('没有 2011 年') || r.reason.includes('没有 2012 年'))).toBe(true);

      const manager = await h.as(`${centreId}.manager`);
      const query = { from: '2013-01-01', to: '2026-11-02' };
      for (const name of ['timelyReplyRate', 'departmentTimelyReplyRate']) {
        const { total } = await manager.call('figure', { params: { name }, query });
        expect(total).toMatchObject({
          numerator: expected.timely,
          denominator: expected.due,
          rate: rate(expected.timely, expected.due),
          excludedTotal: 0,
        });
      }
      const again = await importRows(h.hotline, (await openTable(replies ?? '')).rows(), { centreId, mapping });
      expect(again).toMatchObject({ imported: 0, known: expected.due, refused: expected.before2013 });
      console.log(
        `${days} working days: ${expected.timely} / ${expected.due} = ${rate(expected.timely, expected.due)} %`,
      );
    },
  );

  test('raise no card and wake no clock', async () => {
    expect(await h.moveTo(h.clock.now)).toBe(0);
    expect(await h.store.reader.selectFrom('card').select('id').execute()).toEqual([]);
  });
});

/** By hand: local dates as text, one day after the other, with nothing of the product in it. */
function recount(days: number): { timely: number; due: number; before2013: number } {
  const special = new Map<string, boolean>();
  for (const line of readFileSync(specialDays ?? '', 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [date = '', , working] = line.split(',');
    special.set(date, working === '1');
  }
  const isWorking = (date: Date) => {
    const day = date.getUTCDay();
    return special.get(date.toISOString().slice(0, 10)) ?? (day !== 0 && day !== 6);
  };
  let timely = 0;
  let due = 0;
  let before2013 = 0;
  for (const line of readFileSync(replies ?? '', 'utf8')
    .trim()
    .split('\n')) {
    const { created_at, replied_at } = JSON.parse(line) as { created_at: string; replied_at: string };
    if (created_at < '2013') {
      before2013 += 1;
      continue;
    }
    const date = new Date(`${created_at.slice(0, 10)}T00:00:00Z`);
    for (let left = days; left > 0; ) {
      date.setUTCDate(date.getUTCDate() + 1);
      if (isWorking(date)) left -= 1;
    }
    due += 1;
    if (replied_at.slice(0, 10) <= date.toISOString().slice(0, 10)) timely += 1;
  }
  return { timely, due, before2013 };
}

describe.skipIf(!nyc)('a day of another city’s 311, as exported', () => {
  test('comes in where it is complete, and every other row is told why not', { timeout: 120_000 }, async () => {
    const told: RefusedRow[] = [];
    const report = await importRows(h.hotline, (await openTable(nyc ?? '')).rows(), {
      centreId: 'nyc',
      mapping: readMapping({
        fields: {
          externalNumber: 'unique_key',
          title: 'complaint_type',
          content: ['complaint_type', 'descriptor'],
          receivedAt: 'created_date',
          repliedAt: 'closed_date',
          publicReply: 'resolution_description',
          channel: 'open_data_channel_type',
          address: ['city', 'borough'],
          latitude: 'latitude',
          longitude: 'longitude',
        },
        constants: { kind: 'complaint', department: 'import-dept' },
        tables: { channel: { ONLINE: 'web', PHONE: 'phone', MOBILE: 'app', '*': 'import' } },
        dates: { format: 'YYYY-MM-DDTHH:mm:ss', zone: 'America/New_York' },
        join: '，',
      }),
      onRefused: (r) => told.push(r),
    });
    expect(report.rows).toBe(1000);
    expect(report.imported + report.refused).toBe(1000);
    expect(report.imported).toBeGreaterThan(600);
    expect(told).toHaveLength(report.refused);
    expect(told.every((r) => r.row >= 2 && r.reason.endsWith('。'))).toBe(true);
    expect(report.reasons).toMatchObject({ 'missing repliedAt': expect.any(Number) });
    expect(report.absentColumns).toEqual([]);
    console.log(JSON.stringify(report));
  });
});
