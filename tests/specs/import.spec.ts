import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockStore } from '@hotline/db/store/lock';
import { readMapping } from '@hotline/server/imports/mapping';
import type { ImportReport } from '@hotline/server/imports/outcome';
import { openTable } from '@hotline/server/imports/reading/table';
import { importRows, type RefusedRow } from '@hotline/server/imports/run';
import type { Encoding } from '@hotline/shared/imports/reading';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { hotlineCommand } from '../support/cli.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
const folder = mkdtempSync(join(tmpdir(), 'hotline-import-'));
beforeAll(async () => {
  h = await openHotline();
  for (const [id, days] of [
    ['five', 5],
    ['jsonl', 5],
    ['csv', 5],
    ['cli', 10],
  ] as const)
    await foundNeighbour(h, id, days);
});
afterAll(async () => {
  await h.close();
  rmSync(folder, { recursive: true });
});
const fields = {
  externalNumber: 'no',
  title: 'title',
  content: 'text',
  receivedAt: 'asked',
  publicReply: 'reply',
  repliedAt: 'answered',
};
const dates = { format: 'YYYY-MM-DD HH:mm:ss', zone: 'Asia/Shanghai' };
const mapping = readMapping({
  fields: { ...fields, kind: 'kind', phone: 'phone', department: 'dept' },
  constants: { department: 'import-dept', kind: 'help' },
  tables: { kind: { 投诉: 'complaint', 咨询: 'inquiry' } },
  dates,
});
const good = {
  no: 'A1',
  title: '路灯不亮',
  text: '五一路口路灯三天不亮。',
  // Saturday; 5 working days end on Friday the 9th at 24:00.
  asked: '2026-01-31 09:30:00',
  reply: '您好，路灯已修复。',
  answered: '2026-02-03 16:00:00',
};
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const jsonl = (name: string, rows: readonly (object | string)[]) =>
  file(name, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));

async function bring(
  centreId: string,
  path: string,
  options: { dryRun?: boolean; limit?: number; encoding?: Encoding } = {},
): Promise<ImportReport & { told: RefusedRow[] }> {
  const told: RefusedRow[] = [];
  const rows = (await openTable(path, { encoding: options.encoding ?? 'utf-8' })).rows();
  const report = await importRows(h.hotline, rows, { centreId, mapping, ...options, onRefused: (r) => told.push(r) });
  return { ...report, told };
}
const counts = ({ rows, imported, known, refused }: ImportReport) => [rows, imported, known, refused];
const ticketsOf = (centreId: string) =>
  h.store.reader.selectFrom('ticket').selectAll().where('centreId', '=', centreId).orderBy('n').execute();

describe('a finished matter of the old system', () => {
  test('is closed here with its original times, and its clocks run by our rule and calendar', async () => {
    expect(counts(await bring('five', jsonl('one.jsonl', [{ ...good, phone: '13900001234', kind: '投诉' }])))).toEqual([
      1, 1, 0, 0,
    ]);
    const manager = await h.as('five.manager');
    const [row] = await ticketsOf('five');
    const c = await manager.call('ticket', { params: { id: row?.id ?? '' } });
    const received = '2026-01-31T01:30:00.000Z';
    const replied = '2026-02-03T08:00:00.000Z';
    const due = '2026-02-06T16:00:00.000Z';
    expect(c.ticket).toMatchObject({
      status: 'closed',
      outcome: 'explained',
      channel: 'import',
      kind: 'complaint',
      title: '路灯不亮',
      receivedAt: received,
      promisedDueAt: due,
      closedAt: replied,
      card: null,
    });
    expect(c.ticket.number).toMatch(/^260131\d{5}$/);
    expect(c.appeals).toMatchObject([
      { status: 'closed', answeredAt: replied, answer: good.reply, externalNumber: 'A1', promisedDay: '2026-02-06' },
    ]);
    expect(c.dispatches).toMatchObject([
      {
        departmentId: 'five.import-dept',
        role: 'lead',
        status: 'accepted',
        sentAt: received,
        repliedAt: replied,
        dueAt: due,
        nextAlarmAt: null,
      },
    ]);
    expect(c.replies).toMatchObject([{ status: 'accepted', publicReply: good.reply, submittedAt: replied }]);
    expect([c.callbacks, c.openActions]).toEqual([[], []]);
    const { items } = await manager.call('ticketEvents', { params: { id: row?.id ?? '' } });
    expect(items).toMatchObject([{ verb: 'import', actorType: 'system', at: h.clock.now, effectiveAt: received }]);

    const asked = { params: { name: 'timelyReplyRate' }, query: { from: '2013-01-01', to: '2026-11-02' } };
    expect((await manager.call('figure', asked)).total).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await h.moveTo(h.clock.now)).toBe(0);
  });

  test('keeps its citizen known by telephone', async () => {
    const citizen = await h.store.reader.selectFrom('citizen').select('phone').where('centreId', '=', 'five').execute();
    expect(citizen).toEqual([{ phone: '+8613900001234' }]);
  });
});

describe('dirty rows', () => {
  test('are refused one by one, with row and reason, while the clean ones come in', async () => {
    const path = jsonl('dirty.jsonl', [
      { ...good, text: '带\u2028行分隔符的内容' },
      { ...good, no: 'B2', text: '  ' },
      { ...good, no: 'B3', answered: '2026-01-31 09:29:59' },
      { ...good, no: 'B4', asked: '2026-02-30 10:00:00' },
      { ...good, no: 'B5', title: '长'.repeat(121) },
      { ...good, no: 'B6', kind: '骂人' },
      { ...good, no: 'A1' },
      '{"no": "B8", "text": ',
      '[1, 2]',
      '',
      { ...good, no: 'B11', asked: '2012-12-28 10:00:00' },
      { ...good, no: 'B12', answered: '2026-12-24 10:00:00' },
      { ...good, no: 'B13', dept: '不存在的局' },
      { ...good, no: 'B14', phone: '找老王' },
      { ...good, no: 'B15', asked: '31/01/2026' },
      { ...good, no: 'B16', reply: null },
      { ...good, no: 'B17', text: '坏\uFFFD字' },
      { ...good, no: 18, text: '诉'.repeat(8001) },
      { ...good, no: 'B19' },
    ]);
    const { told, reasons, ...report } = await bring('jsonl', path);
    expect(counts({ ...report, reasons })).toEqual([18, 5, 0, 13]);
    const sentences: [number, RegExp][] = [
      [2, /缺少诉求内容/],
      [3, /答复时间早于诉求时间/],
      [4, /诉求时间：日期「2026-02-30」不存在/],
      [6, /诉求类型「骂人」没有对应的值/],
      [7, /外部编号与第 1 行重复/],
      [8, /不是完整的 JSON/],
      [9, /不是 JSON 对象/],
      [11, /没有 2012 年（2012-12-28）的数据/],
      [12, /答复时间晚于现在/],
      [13, /没有承办单位「不存在的局」/],
      [15, /诉求时间：时间「31\/01\/2026」不符合格式/],
      [16, /缺少答复内容/],
      [17, /诉求内容含有无法识别的字符/],
    ];
    const byRow = new Map(told.map((r) => [r.row, r.reason]));
    expect([...byRow.keys()].sort((a, b) => a - b)).toEqual(sentences.map(([row]) => row));
    for (const [row, sentence] of sentences) expect(byRow.get(row)).toMatch(sentence);
    expect(reasons).toMatchObject({ 'noCalendar 2012': 1, 'missing content': 1, 'unreadable row': 2 });
    expect(told.find((r) => r.row === 13)?.externalNumber).toBe('B13');
    expect(report.alarms).toEqual({ 'tooLong title': 1, 'unreadable phone': 1, 'tooLong content': 1 });
    expect(await ticketsOf('jsonl')).toHaveLength(5);
    const notes = await h.store.reader
      .selectFrom('note as n')
      .innerJoin('ticket as t', 't.id', 'n.ticketId')
      .select('n.text')
      .where('t.centreId', '=', 'jsonl')
      .orderBy('n.n')
      .execute();
    // What a field cannot hold is kept as it came: nothing is thrown away, and no row refused for it.
    expect(notes.map((n) => n.text)).toEqual([`标题：${'长'.repeat(121)}`, '诉求内容（续）：诉']);
  });

  test('a CSV with commas, quotes, line breaks, a blank line, a short row and an open quote is read as a spreadsheet would', async () => {
    const path = file(
      'dirty.csv',
      [
        '\uFEFFno,title,text,asked,reply,answered',
        'C1,"噪声,扰民","他说""很吵""\n第二行",2026-01-31 09:30:00,已处理,2026-02-03 16:00:00\r',
        '',
        'C2,12" 水管,漏水,2026-01-31 09:30:00,已修好,2026-02-03 16:00:00',
        'C3,列太少,漏水',
        'C4,正常,漏水了,2026-01-31 09:30:00,已修好,2026-02-03 16:00:00',
        'C5,"引号没有结束,漏水,2026-01-31 09:30:00,已修好,2026-02-03 16:00:00',
        'C6,被吞掉,漏水,2026-01-31 09:30:00,已修好,2026-02-03 16:00:00',
      ].join('\n'),
    );
    const report = await bring('csv', path);
    expect(counts(report)).toEqual([5, 3, 0, 2]);
    expect(report.told.map((r) => [r.row, r.reason])).toEqual([
      [5, '有 3 列，表头有 6 列，请更正后重新导入。'],
      [7, '引号没有成对，从这一行起无法读取，请更正后重新导入。'],
    ]);
    expect(report.absentColumns).toEqual(['kind', 'phone', 'dept']);
    const appeals = await h.store.reader.selectFrom('appeal').select('content').where('centreId', '=', 'csv').execute();
    expect(appeals[0]?.content).toBe('他说"很吵"\n第二行');
  });

  test('an open quote in a large file ends the reading there, nothing of its inside becomes a row', async () => {
    const line = 'D2,标题,内容内容,2026-01-31 09:30:00,已修好,2026-02-03 16:00:00\n';
    const head = `no,title,text,asked,reply,answered\n${line}`;
    const path = file('large.csv', `${head}D3,"没有结束\n${line.replace('D2', 'X').repeat(40_000)}`);
    const report = await bring('csv', path, { dryRun: true });
    expect(counts(report)).toEqual([2, 1, 0, 1]);
    expect(report.told).toMatchObject([{ row: 3, why: 'unreadable row' }]);
  });

  test('GB 18030 is read as such, and as UTF-8 it is refused instead of garbled', async () => {
    const bytes = Buffer.concat([
      Buffer.from('no,title,text,asked,reply,answered\nG1,,'),
      Buffer.from('c2b7b5c6b2bbc1c195328236', 'hex'),
      Buffer.from(',2026-01-31 09:30:00,'),
      Buffer.from('d2d1d0deb8b4', 'hex'),
      Buffer.from(',2026-02-03 16:00:00\n'),
    ]);
    const path = file('gb.csv', bytes);
    expect((await bring('csv', path)).told).toMatchObject([{ row: 2, why: 'brokenCharacters content' }]);
    expect(counts(await bring('csv', path, { encoding: 'gb18030' }))).toEqual([1, 1, 0, 0]);
    const appeal = await h.store.reader
      .selectFrom('appeal')
      .select(['title', 'content', 'answer'])
      .where('externalNumber', '=', 'G1')
      .executeTakeFirst();
    expect(appeal).toEqual({ title: '路灯不亮𠀀', content: '路灯不亮𠀀', answer: '已修复' });
  });
});

describe('the command', () => {
  const rows = ['L1', 'L2', 'L3', 'L4', 'L5'].map((no) => ({ ...good, no }));
  const map = () =>
    file('map.json', JSON.stringify({ fields, constants: { kind: 'help', department: 'import-dept' }, dates }));
  const imported = async () => (await ticketsOf('cli')).length;

  test('checks without writing, goes on where it stopped, and imports nothing twice', async () => {
    const args = ['import', jsonl('cli.jsonl', rows), '--centre', 'cli', '--map', map()];
    const command = (...more: string[]) => hotlineCommand(h.store.url, ...args, ...more);
    const dry = await command('--dry-run');
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('可导入 5') });
    expect(await imported()).toBe(0);

    const part = await command('--limit', '2', '--json');
    expect(JSON.parse(part.stdout)).toMatchObject({ rows: 2, imported: 2, known: 0, refused: 0 });
    const rest = await command('--json');
    expect(JSON.parse(rest.stdout)).toMatchObject({ rows: 5, imported: 3, known: 2, refused: 0 });
    const again = await command();
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('没有新的工单') });
    expect(await imported()).toBe(5);

    const { seq } = await h.store.reader.selectFrom('head').select('seq').executeTakeFirstOrThrow();
    const events = await h.store.reader.selectFrom('event').select('seq').orderBy('seq').execute();
    expect(events.map((e) => e.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
  });

  test('ends with 3 and a list of the rows it refused', async () => {
    const errors = join(folder, 'errors.csv');
    const path = jsonl('cli-dirty.jsonl', [{ ...good, no: '=1+1', text: '' }, rows[0] ?? {}]);
    const done = await hotlineCommand(
      h.store.url,
      'import',
      path,
      '--centre',
      'cli',
      '--map',
      map(),
      '--errors',
      errors,
    );
    expect(done).toMatchObject({ code: 3, stderr: '' });
    expect(readFileSync(errors, 'utf8')).toBe(
      '\uFEFFrow,externalNumber,why,reason,no,title,text,asked,reply,answered\r\n' +
        "1,'=1+1,missing content,缺少诉求内容。,'=1+1,路灯不亮,,2026-01-31 09:30:00,您好，路灯已修复。,2026-02-03 16:00:00\r\n",
    );
  });

  test('says what is wrong with its use, its mapping or its centre', async () => {
    const path = jsonl('cli.jsonl', rows);
    const with_ = (...args: string[]) => hotlineCommand(h.store.url, ...args);
    expect(await with_('import', path)).toMatchObject({ code: 2, stderr: expect.stringContaining('--centre') });
    expect(await with_('import', path, '--colour')).toMatchObject({ code: 2 });
    expect(await with_('fly')).toMatchObject({ code: 2, stderr: expect.stringContaining('import') });
    expect(await with_('import', path, '--centre', 'nowhere', '--map', map())).toMatchObject({
      code: 1,
      stderr: '没有受理中心「nowhere」，请先用 hotline init 建立。\n',
    });
    const half = file('half.json', JSON.stringify({ fields: { content: 'text' } }));
    expect(await with_('import', path, '--centre', 'cli', '--map', half)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('缺少：外部编号 externalNumber、诉求时间 receivedAt'),
    });
    const odd = file('odd.json', JSON.stringify({ fields: { contents: 'text' } }));
    expect((await with_('import', path, '--centre', 'cli', '--map', odd)).stderr).toContain('映射文件不正确');
  });

  test('founds a centre in a new database and imports into it', async () => {
    const database = `file:${join(folder, 'new.db')}`;
    const centre = { id: 'xm', path: 'xm.', name: '厦门', regionCode: '350200' };
    const departments = [{ code: 'import-dept', name: '历史件承办单位' }];
    const path = file('centre.json', JSON.stringify({ ...centre, departments }));
    expect(await hotlineCommand(database, 'init', path)).toMatchObject({ code: 0 });
    expect(await hotlineCommand(database, 'init', path)).toMatchObject({ code: 1 });
    expect(await hotlineCommand(database, 'migrate')).toMatchObject({ code: 0, stdout: '数据库已是当前版本。\n' });
    const args = ['import', jsonl('cli.jsonl', rows), '--centre', 'xm', '--map', map()];
    expect(await hotlineCommand(database, ...args)).toMatchObject({ code: 0 });

    const release = lockStore(database, '热线服务');
    const refused = await hotlineCommand(database, ...args);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(`「热线服务」（进程 ${process.pid}）`) });
    expect(await hotlineCommand(database, ...args, '--dry-run')).toMatchObject({ code: 0 });
    release();
    expect(await hotlineCommand(database, ...args)).toMatchObject({ code: 0 });
  });
});
