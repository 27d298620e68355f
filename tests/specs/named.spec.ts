import { readMapping } from '@hotline/server/imports/mapping';
import { importRows } from '@hotline/server/imports/run';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const burst = {
  channel: 'phone' as const,
  kind: 'help' as const,
  content: '市民来电反映，五一北路爆管，路面大量冒水，请尽快抢修。',
  citizen: { name: '陈建国', phone: '19900001234' },
};

describe('what is said of an appeal', () => {
  test('names a division, a category and bodies that are there, or nothing of it is kept', async () => {
    const [agent, citizen] = [await h.as('agent'), await h.as(null)];
    const refused = (body: object) => agent.call('logAppeal', { body: { ...burst, ...body } }).then(() => null, String);
    expect(await refused({ regionCode: '999999' })).toContain('行政区划代码不在本系统的行政区划中');
    expect(await refused({ categoryId: 'nothing' })).toContain('诉求分类不存在');
    expect(await refused({ againstDepartmentId: 'nobody' })).toContain('所选单位不存在');
    const body = { kind: 'help' as const, content: burst.content, regionCode: '999999' };
    await expect(citizen.call('portalAppeal', { body })).rejects.toMatchObject({ code: 'invalid' });
    const { ticket } = await agent.call('logAppeal', { body: { ...burst, regionCode: '350102' } });
    await expect(agent.act(ticket.id, 'amend', ticket.version, { regionCode: '999999' })).rejects.toThrow(
      '行政区划代码',
    );
  });

  test('came by a way that a person may name; that it was imported only the import says', async () => {
    const body = { ...burst, channel: 'import' } as never;
    await expect((await h.as('agent')).call('logAppeal', { body })).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('an import leaves a division nobody knows empty, tells it and keeps it as it came', async () => {
  await foundNeighbour(h, 'csv', 5);
  const dates = { format: 'YYYY-MM-DD HH:mm:ss', zone: 'Asia/Shanghai' };
  const fields = { externalNumber: 'no', regionCode: 'region' };
  const constants = {
    ...{ content: '五一路口路灯三天不亮。', kind: 'help', department: 'import-dept', publicReply: '路灯已修复。' },
    ...{ receivedAt: '2026-01-31 09:30:00', repliedAt: '2026-02-03 16:00:00' },
  };
  async function* rows() {
    yield { row: 1, values: { no: 'R1', region: '350102' } };
    yield { row: 2, values: { no: 'R2', region: '999999' } };
  }
  const mapping = readMapping({ fields, constants, dates });
  const report = await importRows(h.hotline, rows(), { centreId: 'csv', mapping });
  expect(report).toMatchObject({ imported: 2, refused: 0, alarms: { 'unknown regionCode': 1 } });
  const kept = await h.store.reader
    .selectFrom('appeal as a')
    .leftJoin('note as n', 'n.ticketId', 'a.ticketId')
    .select(['a.externalNumber', 'a.regionCode', 'n.text'])
    .where('a.centreId', '=', 'csv')
    .orderBy('a.externalNumber')
    .execute();
  expect(kept.map((row) => [row.externalNumber, row.regionCode, row.text])).toEqual([
    ['R1', '350102', null],
    ['R2', null, '行政区划代码读不出：999999'],
  ]);
});
