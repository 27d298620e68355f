import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMapping } from '@hotline/server/imports/mapping';
import { openTable } from '@hotline/server/imports/reading/table';
import { importRows } from '@hotline/server/imports/run';
import { undoRun } from '@hotline/server/imports/undo';
import { verify } from '@hotline/server/jobs/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
const folder = mkdtempSync(join(tmpdir(), 'hotline-originals-'));
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'old', 5);
});
afterAll(async () => {
  await h.close();
  rmSync(folder, { recursive: true });
});

const pasted = '<p>五四路路灯不亮，见<a href="http://a.example/1">照片</a>。</p>';
const clean = '五四路路灯不亮，见照片。';
const wang = '王\ue863';

type Original = { field: string; text: string; isCut: boolean };
/** What somebody sees of the texts as they came, event by event. */
const originalsOf = async (username: string, id: string): Promise<Record<string, Original[]>> => {
  const { items } = await (await h.as(username)).call('ticketEvents', { params: { id } });
  return Object.fromEntries(items.flatMap((e) => (e.originals.length > 0 ? [[e.verb, e.originals]] : [])));
};
const whole = (field: string, text: string) => ({ field, text, isCut: false });
const log = async (body: Record<string, unknown>) =>
  (await h.as('agent')).call('logAppeal', {
    body: { channel: 'phone', kind: 'help', citizen: { phone: '19900000041' }, ...body } as never,
  });
const ticketOf = async (number: string) => {
  const row = await h.store.reader
    .selectFrom('appeal')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return { id: row.ticketId, appeal: row };
};
const reveal = async (id: string) =>
  (await h.as('agent')).call('revealAppeal', { params: { id }, body: { purpose: '核对姓名' } });

describe('an appeal whose words were cleaned', () => {
  test('logged by an agent: the field is clean, the words as they came are beside the event, the name is masked', async () => {
    const { appeal, ticket } = await log({ content: pasted, citizen: { phone: '19900000041', name: wang } });
    expect(appeal).toMatchObject({ content: clean, citizenName: '王*' });
    expect(await originalsOf('agent', ticket.id)).toEqual({
      log: [whole('content', pasted), whole('citizenName', '王*')],
    });
    expect(await reveal(appeal.id)).toMatchObject({ citizenName: '王䶮', originalName: wang });
  });

  test('filed in the web by a program', async () => {
    const filed = await h.server.inject({
      method: 'POST',
      url: '/api/portal/appeals',
      payload: { kind: 'help', content: pasted, name: wang, phone: '19900000042' },
    });
    const { id, appeal } = await ticketOf((filed.json() as { number: string }).number);
    expect([appeal.content, appeal.citizenName]).toEqual([clean, '王䶮']);
    expect(await originalsOf('agent', id)).toEqual({ log: [whole('content', pasted), whole('citizenName', '王*')] });
  });

  test('filed on the citizens’ pages: it travels from step to step, and a step back changes nothing of it', async () => {
    const page = await newForm();
    await page.go({ kind: 'help' });
    await page.go({ content: pasted, address: '\u202e号821' });
    await page.go({ identity: 'named', name: wang, phone: '19900000043' });
    await page.go({ go: 'content' });
    await page.go({});
    const receipt = await page.go({ go: 'send' });
    const { id, appeal } = await ticketOf(numberOn(receipt));
    expect([appeal.content, appeal.address, appeal.citizenName]).toEqual([clean, '号821', '王䶮']);
    expect(await originalsOf('agent', id)).toEqual({
      log: [whole('content', pasted), whole('address', '\u202e号821'), whole('citizenName', '王*')],
    });
  });

  test('filed on the citizens’ pages: words written anew have no original, and who stays anonymous leaves no name', async () => {
    const page = await newForm();
    await page.go({ kind: 'help' });
    await page.go({ content: pasted });
    await page.go({ identity: 'anonymous', name: wang });
    await page.go({ go: 'content' });
    await page.go({ content: '五一路路灯不亮，请修一修。' });
    const receipt = await page.go({ go: 'send' });
    const { id } = await ticketOf(numberOn(receipt));
    expect(await originalsOf('agent', id)).toEqual({});
  });

  test('brought from another system’s file, and gone with the run that is undone', async () => {
    const file = join(folder, 'old.jsonl');
    const row = { no: 'O-1', text: pasted, who: wang, asked: '2026-01-31 09:30:00', answered: '2026-02-03 16:00:00' };
    writeFileSync(file, JSON.stringify({ ...row, reply: '<p>您好，路灯<b>已</b>修复。</p>' }));
    const columns = { externalNumber: 'no', content: 'text', citizenName: 'who', publicReply: 'reply' };
    const mapping = readMapping({
      fields: { ...columns, receivedAt: 'asked', repliedAt: 'answered' },
      constants: { department: 'import-dept', kind: 'help' },
      dates: { format: 'YYYY-MM-DD HH:mm:ss', zone: 'Asia/Shanghai' },
    });
    const rows = (await openTable(file, { encoding: 'utf-8' })).rows();
    const done = await importRows(h.hotline, rows, { centreId: 'old', mapping, runId: 'run-1' });
    expect(done).toMatchObject({ imported: 1, refused: 0 });
    const kept = () => h.store.reader.selectFrom('originalText').selectAll().where('text', 'like', '%修复%').execute();
    const { ticketId = '' } = (await kept())[0] ?? {};
    expect(await originalsOf('old.manager', ticketId)).toEqual({
      import: [
        whole('content', pasted),
        whole('citizenName', '王*'),
        whole('publicReply', '<p>您好，路灯<b>已</b>修复。</p>'),
      ],
    });
    expect(await undoRun(h.hotline, 'run-1', () => true)).toMatchObject({ undone: 1 });
    expect(await kept()).toEqual([]);
  });

  test('has none where nothing but blanks, line ends and unseen characters changed', async () => {
    const { ticket, appeal } = await log({
      content: '\u3000五四路\u200b路灯\r\n不亮。<br>',
      address: '\ufeff五四路 128 号 ',
    });
    expect([appeal.content, await originalsOf('agent', ticket.id)]).toEqual(['五四路路灯\n不亮。', {}]);
  });

  test('is kept as far as three times what its field takes, with the mark that it was longer', async () => {
    const long = `<p>五四路路灯不亮。</p>${'<i></i>'.repeat(4_000)}`;
    const { ticket } = await log({ content: long });
    expect(await originalsOf('agent', ticket.id)).toEqual({
      log: [{ field: 'content', text: long.slice(0, 24_000), isCut: true }],
    });
  });

  test('sent twice under one key it is kept once, and refused it is not kept', async () => {
    const body = { channel: 'phone', kind: 'help', citizen: { phone: '19900000044' }, content: `${pasted}二` } as const;
    const agent = await h.as('agent');
    for (let i = 0; i < 2; i++) await agent.call('logAppeal', { body, key: 'originals-once' });
    await expect(
      agent.call('logAppeal', { body: { ...body, content: `${pasted}三`, categoryId: 'none' } }),
    ).rejects.toMatchObject({ code: 'invalid' });
    const rows = await h.store.reader
      .selectFrom('originalText')
      .select('text')
      .where('text', 'like', '%</p>_')
      .execute();
    expect(rows).toEqual([{ text: `${pasted}二` }]);
  });
});

describe('who sees a text as it came', () => {
  test('whoever sees the clean one: not a neighbour’s account, nor words that were taken back', async () => {
    const { ticket, appeal } = await log({ content: pasted });
    const dispatcher = await h.as('dispatcher');
    const sent = await dispatcher.act(ticket.id, 'dispatch', 1, {
      ...{ leadId: 'water', assistIds: ['urban'] },
      note: '<strong>请</strong>两单位会办。',
    });
    const dispatchOf = (c: typeof sent, departmentId: string) => {
      const { id = '', version = 0 } = c.dispatches.find((d) => d.departmentId === departmentId) ?? {};
      return { dispatchId: id, version };
    };
    const water = await h.as('water');
    const [lead, assist] = [dispatchOf(sent, 'water'), dispatchOf(sent, 'urban')];
    const signed = await water.act(ticket.id, 'sign', lead.version, { dispatchId: lead.dispatchId });
    const forAll = { log: [whole('content', pasted)], dispatch: [whole('note', '<strong>请</strong>两单位会办。')] };
    for (const person of ['agent', 'water', 'urban'])
      expect([person, await originalsOf(person, ticket.id)]).toEqual([person, forAll]);

    const urban = await h.as('urban');
    const taken = await urban.act(ticket.id, 'sign', assist.version, { dispatchId: assist.dispatchId });
    const answered = await urban.act(ticket.id, 'reply', dispatchOf(taken, 'urban').version, {
      ...{ dispatchId: assist.dispatchId, actuality: 'confirmed', solved: 'solved', contactedBy: 'phone' },
      ...{ handling: '<p>管线已复核，<u>内部说明</u>。</p>', publicReply: '管线无碍。' },
    });
    const head = await h.as('urban.head');
    await head.act(ticket.id, 'approveReply', dispatchOf(answered, 'urban').version, { dispatchId: assist.dispatchId });
    await water.act(ticket.id, 'progress', dispatchOf(signed, 'water').version, {
      ...{ dispatchId: lead.dispatchId, text: '⻋已到场。' },
    });
    const progressed = [whole('text', '⻋已到场。')];
    const replied = [whole('handling', '<p>管线已复核，<u>内部说明</u>。</p>')];
    for (const person of ['agent', 'water', 'urban'])
      expect([person, await originalsOf(person, ticket.id)]).toEqual([
        person,
        { ...forAll, reply: replied, progress: progressed },
      ]);

    // The leading department reads its assistants' account; they do not read its own.
    const { dispatches, ticket: now } = await water.call('ticket', { params: { id: ticket.id } });
    await dispatcher.act(ticket.id, 'amend', now.version, { appealId: appeal.id, content: '五四路路灯不亮。' });
    await water.act(ticket.id, 'reply', dispatches.find((d) => d.id === lead.dispatchId)?.version ?? 0, {
      ...{ dispatchId: lead.dispatchId, actuality: 'confirmed', solved: 'solved', contactedBy: 'phone' },
      ...{ handling: '<p>路灯已修复，<u>费用另报</u>。</p>', publicReply: '路灯已修复。' },
    });
    const own = [whole('handling', '<p>路灯已修复，<u>费用另报</u>。</p>')];
    expect(await originalsOf('agent', ticket.id)).toEqual({ ...forAll, reply: own, progress: progressed });
    const { log: _, ...left } = forAll;
    expect(await originalsOf('water', ticket.id)).toEqual({ ...left, reply: own, progress: progressed });
    expect(await originalsOf('urban', ticket.id)).toEqual({ ...left, reply: replied, progress: progressed });
  });

  const note = '<p>请<b>快</b>一点</p>';
  test.each([
    ['by a program', (number: string) => [`/api/portal/appeals/${number}/urge`, JSON.stringify, { note }] as const],
    ['on the page', (number: string) => ['/portal/progress/urge', formOf, { number, urgeNote: note }] as const],
  ])('a citizen’s note %s, by number and query code, is kept, and the code is not', async (_, request) => {
    const { appeal, ticket } = await log({ content: '五四路路灯还是不亮。' });
    const [url, written, body] = request(appeal.number);
    const urged = await h.server.inject({
      ...({ method: 'POST', url } as const),
      headers: { 'content-type': written === formOf ? 'application/x-www-form-urlencoded' : 'application/json' },
      payload: written({ ...body, code: appeal.queryCode }),
    });
    expect(urged.statusCode).toBe(200);
    expect(await originalsOf('agent', ticket.id)).toEqual({ urge: [whole('note', note)] });
  });
});

test('what was kept has its events', async () => {
  expect((await verify(h.store)).checks.filter((check) => !check.ok)).toEqual([]);
});

const numberOn = (receipt: string) => /id="number">([^<]+)</.exec(receipt)?.[1] ?? receipt;

/** The form of a new appeal as a browser has it: what a page holds goes with the next step. */
async function newForm() {
  const first = await h.server.inject({ url: '/portal/new' });
  let body = first.body;
  return {
    go: async (answers: Record<string, string>) => {
      const payload = formOf({ ...fieldsOf(body), ...answers });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      body = (await h.server.inject({ method: 'POST', url: '/portal/new', headers, payload })).body;
      return body;
    },
  };
}

const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

function fieldsOf(page: string): Record<string, string> {
  const form = page.slice(page.indexOf('id="answers"'));
  const inputs = [...form.matchAll(/<input(?=[^>]*type="(?:hidden|text)")[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n([^<]*)</g)];
  return Object.fromEntries([...inputs, ...areas].map(([, name = '', value = '']) => [name, plain(value)]));
}
const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
