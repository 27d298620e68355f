import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { demoTelephonyToken } from '@hotline/server/sessions/demo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const about = { channel: 'phone', kind: 'help', citizen: { phone: '19900000031' } } as const;
const log = async (content: string, more: Record<string, unknown> = {}) =>
  (await h.as('agent')).call('logAppeal', { body: { ...about, content, ...more } as never });

describe('what says nothing is not said', () => {
  const nothing = [
    '　　　　　',
    '\u200b\u200b\u200b\u200b\u200b',
    '。。。。。。',
    '- - - - -',
    '👍👍👍👍👍',
    '\u202e\u202d\ufeff\u00ad\u2060',
  ];

  test.each(nothing)('a reply of %j stops no clock', async (words) => {
    const { ticket } = await log('市民反映小区旁工地凌晨施工。');
    const sent = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
    const [dispatch] = sent.dispatches;
    const urban = await h.as('urban');
    const dispatchId = dispatch?.id ?? '';
    const signed = await urban.act(ticket.id, 'sign', 1, { dispatchId });
    const reply = {
      ...({ dispatchId, actuality: 'confirmed', solved: 'solved', contactedBy: 'phone' } as const),
      ...{ handling: '已责令停工。', publicReply: words },
    };
    await expect(urban.act(ticket.id, 'reply', signed.dispatches[0]?.version ?? 0, reply)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/公开答复.*请写明内容/),
    });
    const after = await urban.call('ticket', { params: { id: ticket.id } });
    expect(after.dispatches[0]).toMatchObject({ status: 'handling', repliedAt: null });
  });

  test.each(nothing)('an appeal of %j is not logged', async (words) => {
    await expect(log(words)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('诉求内容') });
  });
});

describe('words as they are kept', () => {
  test('characters that cannot be seen, direct or stand for others are gone from every way in', async () => {
    const { appeal } = await log('\u202e五四路\u200b路灯\r\n不亮，王\ue863反映⻋灯。\u2066', {
      citizen: { phone: '19900000032', name: '\u202d王\ue863\u202c' },
      address: '五四路\u00a0128\u200b号',
    });
    expect(appeal).toMatchObject({
      content: '五四路路灯\n不亮，王䶮反映车灯。',
      address: '五四路 128号',
      citizenName: '王*',
    });
    const filed = await h.server.inject({
      method: 'POST',
      url: '/api/portal/appeals',
      payload: { kind: 'help', content: '<p>五四路路灯</p><p>&nbsp;不亮三天了。</p>' },
    });
    const { number } = filed.json() as { number: string };
    const row = await h.store.reader.selectFrom('appeal').selectAll().where('number', '=', number).executeTakeFirst();
    expect(row?.content).toBe('五四路路灯\n 不亮三天了。');
  });

  test('a password is taken as it was typed', async () => {
    const { statusCode } = await h.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'agent', password: 'hotline-demo\u200b' },
    });
    expect(statusCode).toBe(401);
  });

  test('what is too long is refused by how much, and not cut', async () => {
    await expect(log('长'.repeat(8123))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/诉求内容有 8123 字，最多 8000 字，请删去 123 字/),
    });
  });

  test('an appeal is named by its matter, and no number stands in its title', async () => {
    const { appeal } = await log('尊敬的领导：您好！我的电话13800138000，五四路路灯不亮。');
    expect(appeal.title).toBe('我的电话138****00，五四路路灯不亮');
  });
});

describe('bytes of another encoding', () => {
  const gbk = Buffer.from(
    '7b226b696e64223a2268656c70222c22636f6e74656e74223a22cee5cbc4c2b7c2b7b5c6b2bbc1c1227d',
    'hex',
  );

  test.each([
    ['/api/portal/appeals', 'application/json', gbk],
    [`/api/telephony/${demoTelephonyToken}`, 'application/json', gbk],
    ['/api/session', 'application/json', gbk],
  ])('%s refuses GBK with a sentence', async (url, type, payload) => {
    const answer = await h.server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining('UTF-8')]);
  });

  test.each([
    ['kind=help&content=%CE%E5%CB%C4%C2%B7', 'UTF-8'],
    [Buffer.concat([Buffer.from('kind=help&content='), gbk.subarray(28, 36)]), 'UTF-8'],
    ['kind=help&content=%E4%BA%94%00%E5%9B%9B', '无法保存的字符'],
  ])('the form refuses %s with a page that says why', async (payload, sentence) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await h.server.inject({ method: 'POST', url: '/portal/new', headers, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(sentence);
  });

  test('a lone per cent sign in a form is only a sign', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = 'step=content&go=next&kind=help&content=%E5%9D%8F%E4%BA%8650%,%E6%80%8E%E4%B9%88%E5%8A%9E';
    const answer = await h.server.inject({ method: 'POST', url: '/portal/new', headers, payload });
    expect([answer.statusCode, answer.body.includes('坏了50%,怎么办')]).toEqual([200, true]);
  });
});

test('words are found in simplified and in traditional writing, with blanks between or not, whatever the dots', async () => {
  const { ticket } = await log('臺江區五四路 路燈不亮，聯繫人買買提·阿不都。');
  await catchUp(h.hotline, finder);
  const agent = await h.as('agent');
  for (const q of ['台江区五四路路灯', '臺江區五四路', '联系人 买买提•阿不都', '路灯 台江区五四路'])
    expect([q, (await agent.call('search', { query: { q } })).items.map((i) => i.ticket.id)]).toEqual([q, [ticket.id]]);
});

test('a place is one however the lamp is told of, and what only points at one raises nothing', async () => {
  const contents = ['五四路路灯不亮，请修。', '五四路128号门口路灯坏了。', '我们这里这条路的小区路灯坏了。'];
  for (const [i, content] of contents.entries()) await log(content, { citizen: { phone: `1990000004${i}` } });
  await catchUp(h.hotline, finder);
  const rows = await h.store.reader.selectFrom('mention').select(['place', 'appealId']).execute();
  expect(rows.filter(({ place }) => place === '五四路').length).toBeGreaterThanOrEqual(2);
  expect(rows.filter(({ place }) => /们这里|这条路|小区路/.test(place))).toEqual([]);
});
