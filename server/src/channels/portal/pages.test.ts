import { Refusal } from '@hotline/shared/refusal';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { answerNames, type FileValues, noAnswers, type Step, stepNames, steps } from './answers.ts';
import type { FileInput, PortalCalls, Progress } from './calls.ts';
import { dueInWords } from './dates.ts';
import { portalPages } from './forms.ts';
import { html, markup } from './html.ts';
import { plainSite } from './layout.ts';
import { filePage, landingPage, lookupPage, progressPage, receiptPage } from './pages.ts';

const attack = `"'><script>alert(1)</script>&`;
const key = '7adfbc97-1dda-42e3-8348-1ede944a6160';
const empty: FileValues = { ...noAnswers, step: 'kind', reviewed: false, key, asItCame: {} };
const zhang = {
  kind: 'complaint',
  content: '五四路 128 号门口路灯坏了三天。',
  regionCode: '350102',
  address: '五四路 128 号',
  identity: 'confidential',
  name: '张女士',
  phone: '13800138000',
  publish: 'yes',
};
const site = { ...plainSite, regions: [{ code: '350102', name: '鼓楼区' }], now: new Date('2026-11-26T00:00:00.000Z') };
const receipt = {
  number: 'FZ26112500123',
  queryCode: '482913',
  receivedAt: '2026-11-25T06:03:00.000Z',
  promisedDueAt: '2026-11-27T16:00:00.000Z',
  isProvisional: false,
};
const handling: Progress = {
  number: receipt.number,
  title: '路灯不亮',
  status: 'handling',
  receivedAt: receipt.receivedAt,
  promisedDueAt: receipt.promisedDueAt,
  promise: { words: '剩 1 工作日 16 小时', isLate: false, isPaused: false },
  answeredAt: null,
  answer: null,
  outcome: null,
  canRate: false,
  canUrge: true,
  canWithdraw: true,
  steps: [{ verb: 'dispatch', at: '2026-11-25T06:40:00.000Z', sentence: '已交由市城管局办理' }],
};

describe('What people type never becomes markup', () => {
  test('html escapes text, attributes and lists, and leaves its own markup alone', () => {
    expect(markup(html`<a title="${'"'}">${['<', html`<b>${'&'}</b>`, 1, null, false]}</a>`)).toBe(
      '<a title="&quot;">&lt;<b>&amp;</b>1</a>',
    );
  });
  test('an object that only looks like markup is not taken for it', () => {
    expect(() => markup(html`${{ 'safe markup': attack } as never}`)).toThrow();
  });
  test.each(stepNames)('every answer on the page of step %s', (step) => {
    const answers = Object.fromEntries(answerNames.map((name) => [name, attack])) as typeof noAnswers;
    const errors = Object.fromEntries(answerNames.map((name) => [name, attack]));
    clean(
      filePage({ ...answers, step, reviewed: true, key: attack, asItCame: answers }, errors, {
        ...site,
        regions: [{ code: attack, name: attack }],
      }),
    );
  });
  test('the receipt, the lookup and the progress', () => {
    clean(receiptPage({ ...receipt, number: attack, queryCode: attack }));
    clean(lookupPage({ number: attack, code: attack }, { number: attack, form: attack }));
    const values = { urgeNote: attack, rateNote: attack, reason: attack, solved: attack, satisfaction: attack };
    const said = { number: attack, title: attack, answer: attack, outcome: attack, canRate: true };
    const step = { verb: 'sign', at: receipt.receivedAt, sentence: attack };
    clean(
      progressPage(
        { ...handling, ...said, steps: [step] },
        { code: attack, values, errors: { ...values, form: attack } },
      ),
    );
  });
  const clean = (page: string) => {
    expect(page.match(/<script/g)).toEqual(['<script']);
    expect(page).not.toContain(attack);
    expect(page).toContain('&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
  };
});

describe('Pages', () => {
  const pages = () => [
    landingPage(),
    ...stepNames.map((step) => filePage({ ...empty, step })),
    receiptPage(receipt),
    lookupPage({ number: '', code: '' }),
    progressPage(handling, { code: '482913' }, site),
  ];
  test('say what to do in an emergency, in Chinese, with one heading and no script inside', () => {
    for (const page of pages()) {
      expect(page).toContain('<html lang="zh-CN">');
      expect(page).toMatch(/紧急情况请拨打.*110.*119.*120/);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/ on[a-z]+=| style=|<script>/);
    }
  });
  test('put what is wrong on top, in the title and beside the field, and keep the answer', () => {
    const values: FileValues = { ...empty, step: 'contact', identity: 'named', phone: '123' };
    const page = filePage(values, { phone: '请填写正确的电话号码' });
    expect(page).toContain('<title>错误：');
    expect(page).toMatch(/role="alert" tabindex="-1" autofocus[\s\S]*<a href="#phone">请填写正确的电话号码<\/a>/);
    expect(page).toMatch(/id="phone-error"><span class="spoken">错误：<\/span>请填写正确的电话号码/);
    expect(page).toMatch(/name="phone" value="123" aria-describedby="phone-hint phone-error" aria-invalid="true"/);
  });
  test.each(stepNames)('step %s carries the answers of the others in hidden fields', (step: Step) => {
    const page = filePage({ ...empty, ...zhang, step }, {}, site);
    const here: readonly string[] = steps[step];
    for (const name of answerNames) {
      expect(page.includes(`<input type="hidden" name="${name}" value="${zhang[name]}">`)).toBe(!here.includes(name));
    }
    expect(page).toContain(`<input type="hidden" name="key" value="${key}">`);
  });
  test('the receipt says number, code and by when in words', () => {
    const page = receiptPage(receipt);
    for (const words of ['FZ26112500123', '482913', '2026年11月27日（星期五）24:00前']) expect(page).toContain(words);
  });
  test('progress offers only what may be done and tells what happened', () => {
    const page = progressPage(handling, { code: '482913' }, site);
    expect(page).toContain('已交由市城管局办理');
    expect(page).toContain('/portal/progress/urge');
    expect(page).not.toMatch(/\/portal\/progress\/rate|已超过承诺时间/);
    expect(page).toContain('剩 1 工作日 16 小时');
    const late = { ...handling, promise: { words: '已超期 2 小时', isLate: true, isPaused: false } };
    expect(progressPage(late, { code: '1' }, site)).toMatch(/已超期 2 小时.*已超过承诺时间/s);
    const waits = { ...late, promise: { words: '已暂停', isLate: false, isPaused: true } };
    expect(progressPage(waits, { code: '1' }, site)).toContain('已暂停，暂停的时间顺延');
  });
  test.each([
    ['2026-11-27T16:00:00.000Z', '2026年11月27日（星期五）24:00前'],
    ['2026-11-27T15:59:00.000Z', '2026年11月27日（星期五）23:59前'],
    ['2026-12-31T16:00:00.000Z', '2026年12月31日（星期四）24:00前'],
  ])('%s is due %s', (dueAt, words) => expect(dueInWords(dueAt, 480)).toBe(words));
});

describe('Forms without a script', () => {
  test('Ms Zhang goes through every step and files once, spaces and full-width digits forgiven', async () => {
    const { post, filed } = await portal();
    const sent: Record<string, string> = { ...zhang, phone: '１３８ 0013 8000', key, step: 'kind', go: 'next' };
    expect((await post('/portal/new', sent)).body).toContain('请说说具体情况');
    expect((await post('/portal/new', { ...sent, step: 'content' })).body).toContain('怎样与您联系？');
    const check = await post('/portal/new', { ...sent, step: 'contact' });
    expect(check.body).toContain('请检查后提交');
    expect(check.body).toContain('value="13800138000"');
    const receipt = await post('/portal/new', { ...sent, step: 'check', go: 'send' });
    expect(receipt.statusCode).toBe(201);
    expect(receipt.headers['cache-control']).toBe('no-store');
    await post('/portal/new', { ...sent, step: 'check', go: 'send' });
    expect(filed).toEqual([
      [
        key,
        {
          kind: 'complaint',
          content: zhang.content,
          address: zhang.address,
          regionCode: '350102',
          name: '张女士',
          phone: '13800138000',
          confidential: true,
          wishesToPublish: true,
        },
      ],
    ]);
  });
  test('an anonymous appeal passes on no name and no telephone, whatever was typed', async () => {
    const { post, filed } = await portal();
    await post('/portal/new', { ...zhang, identity: 'anonymous', key, step: 'check', go: 'send' });
    expect(filed[0]?.[1]).not.toHaveProperty('phone');
    expect(filed[0]?.[1]).not.toHaveProperty('name');
  });
  test('sending with an answer missing leads to its step with everything else kept', async () => {
    const { post, filed } = await portal();
    const { statusCode, body } = await post('/portal/new', {
      ...zhang,
      content: '坏了',
      key,
      step: 'check',
      go: 'send',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('诉求内容请至少写 5 个字');
    expect(body).toContain('<input type="hidden" name="phone" value="13800138000">');
    expect(filed).toEqual([]);
  });
  test('更改 leads back to the check page', async () => {
    const { post } = await portal();
    const page = await post('/portal/new', { ...zhang, key, step: 'content', reviewed: 'yes', go: 'next' });
    expect(page.body).toContain('请检查后提交');
  });
  test('a program that fills in the hidden field files nothing', async () => {
    const { post, filed } = await portal();
    await post('/portal/new', { ...zhang, key, step: 'check', go: 'send', website: 'http://spam' });
    expect(filed).toEqual([]);
  });
  test('the same form sent with other words gets a new key instead of a second silent appeal', async () => {
    const { post } = await portal();
    await post('/portal/new', { ...zhang, key, step: 'check', go: 'send' });
    const { statusCode, body } = await post('/portal/new', {
      ...zhang,
      address: '别处',
      key,
      step: 'check',
      go: 'send',
    });
    expect(statusCode).toBe(422);
    expect(body).toContain('之前已经提交成功过');
    expect(body).not.toContain(key);
  });
  test('a fault of ours keeps what was typed', async () => {
    const { post } = await portal({ file: () => Promise.reject(new Error('disk full')) });
    const { statusCode, body } = await post('/portal/new', { ...zhang, key, step: 'check', go: 'send' });
    expect(statusCode).toBe(500);
    expect(body).toContain(zhang.content);
    expect(body).not.toContain('disk full');
  });
  test('a wrong code says so and keeps the number', async () => {
    const { post } = await portal();
    const { statusCode, body } = await post('/portal/progress', { number: 'ＦＺ26112500123', code: '0000' });
    expect(statusCode).toBe(404);
    expect(body).toContain('value="FZ26112500123"');
    expect(body).toContain('没有找到这件诉求');
  });
  test('a rating without an answer is asked for again with the note kept', async () => {
    const { post } = await portal({}, { ...handling, canRate: true });
    const { statusCode, body } = await post('/portal/progress/rate', {
      number: receipt.number,
      code: '482913',
      rateNote: '灯亮了',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('请选择问题是否解决');
    expect(body).toContain('灯亮了');
  });
  test('withdrawing twice tells the citizen, not the staff, that things moved on', async () => {
    const { post } = await portal({ withdraw: () => Promise.reject(new Refusal('wrongStatus', '工单状态不对')) });
    const { statusCode, body } = await post('/portal/progress/withdraw', { number: receipt.number, code: '482913' });
    expect(statusCode).toBe(409);
    expect(body).toContain('请看下面的最新进展');
    expect(body).not.toContain('工单');
  });
  test('长者模式 keeps the answers and is remembered', async () => {
    const { post } = await portal();
    const { headers, body } = await post('/portal/new', {
      ...empty,
      content: '写了一半',
      step: 'content',
      reviewed: '',
      size: 'large',
    });
    expect(headers['set-cookie']).toContain('portalSize=large');
    expect(body).toContain('<html lang="zh-CN" class="large">');
    expect(body).toContain('写了一半');
  });
  test('every route is open to everybody', async () => {
    const { routes } = await portal();
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(([, policy]) => policy !== 'public')).toEqual([]);
  });
});

async function portal(calls: Partial<PortalCalls> = {}, progress = handling) {
  const filed: [string, FileInput][] = [];
  const find = async (number: string, code: string) => {
    if (number === receipt.number && code === receipt.queryCode) return progress;
    throw new Refusal('notFound', '没有找到这件诉求，请核对诉求编号和查询码。');
  };
  const server = Fastify();
  const routes: [string, unknown][] = [];
  server.addHook('onRoute', ({ url, config }) => {
    routes.push([url, (config as { policy?: string } | undefined)?.policy]);
  });
  server.register(portalPages, {
    file: async (input: FileInput, _: unknown, key = '') => {
      const before = filed.find(([k]) => k === key);
      if (before && JSON.stringify(before[1]) !== JSON.stringify(input)) throw new Refusal('idempotencyMismatch', '');
      if (!before) filed.push([key, input]);
      return receipt;
    },
    lookup: find,
    urge: find,
    rate: find,
    withdraw: find,
    regions: () => site.regions,
    ...calls,
  });
  await server.ready();
  const post = (url: string, form: Record<string, unknown>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form as Record<string, string>).toString(),
    });
  return { post, filed, routes };
}
