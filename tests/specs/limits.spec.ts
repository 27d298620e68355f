import { setSignInState } from '@hotline/db/people/people';
import { undeclaredProxies } from '@hotline/db/store/undeclaredProxies';
import { buildServer } from '@hotline/server/app/server';
import { withMost } from '@hotline/server/limits/settings';
import { afterEach, expect, inject, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
afterEach(() => h.close());

type Asked = { url?: string; from?: string; cookie?: string; forwarded?: string; body?: object };
const ask = (node: TestHotline, { url = '/api/session', from = '10.1.2.3', cookie, forwarded, body }: Asked) =>
  node.server.inject({
    method: body ? 'POST' : 'GET',
    url,
    remoteAddress: from,
    headers: { ...(cookie ? { cookie } : {}), ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) },
    ...(body ? { payload: body } : {}),
  });
const times = async (count: number, act: () => Promise<{ statusCode: number }>) => {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await act()).statusCode);
  return statuses;
};
const appeal = (content: string, phone?: string) => ({
  kind: 'help',
  content,
  ...(phone ? { name: '陈女士', phone } : {}),
});
const lookup = (number: string, code: string) => ({ url: '/api/portal/lookup', body: { number, code } });
const filed = async () => {
  const answer = await ask(h, { url: '/api/portal/appeals', body: appeal('五四路路灯不亮，请尽快维修。') });
  return answer.json<{ number: string; queryCode: string }>();
};

test('a program that asks without end is refused with the time it has to wait, and let in when that has passed', async () => {
  h = await openHotline({ limits: withMost({ address: 3 }) });
  expect(await times(4, () => ask(h, {}))).toEqual([401, 401, 401, 429]);
  const refused = await ask(h, {});
  expect(refused.headers['retry-after']).toBe('60');
  expect(refused.json()).toMatchObject({ code: 'tooMany', message: expect.stringContaining('60 秒后再试') });
  h.clock.now = '2026-11-02T02:01:00.000Z';
  expect((await ask(h, {})).statusCode).toBe(401);
});

test('colleagues at the address of somebody who is refused work on, and so does another address', async () => {
  h = await openHotline({ limits: withMost({ address: 3 }) });
  const cookie = await h.signIn('agent');
  await ask(h, { cookie });
  await times(5, () => ask(h, {}));
  expect((await ask(h, {})).statusCode).toBe(429);
  expect(await times(10, () => ask(h, { cookie }))).toEqual(Array(10).fill(200));
  expect((await ask(h, { from: '10.1.2.4' })).statusCode).toBe(401);
});

test('one session and one account have limits of their own, whatever address they come from', async () => {
  h = await openHotline({ limits: withMost({ session: 4, account: 6 }) });
  const [one, other] = [await h.signIn('agent'), await h.signIn('dispatcher')];
  const statuses = await times(6, () => ask(h, { cookie: one, from: `10.0.0.${Math.trunc(Math.random() * 250)}` }));
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  expect((await ask(h, { cookie: other })).statusCode).toBe(200);
});

test('health checks are never refused, nor are the files of the pages', async () => {
  h = await openHotline({ limits: withMost({ address: 1 }) });
  await times(3, () => ask(h, {}));
  expect(await times(5, () => ask(h, { url: '/healthz' }))).toEqual(Array(5).fill(200));
  expect(await times(5, () => ask(h, { url: '/readyz' }))).toEqual(Array(5).fill(200));
  expect((await ask(h, { url: '/assets/console.js' })).statusCode).toBe(404);
});

test('wrong query codes stop the guesser for a while, and never the citizen', async () => {
  h = await openHotline();
  const { number, queryCode } = await filed();
  const guess = (from: string) => ask(h, { ...lookup(number, 'AAAAAAAA'), from });
  expect(await times(7, () => guess('10.9.9.9'))).toEqual([404, 404, 404, 404, 404, 429, 429]);
  const refused = await ask(h, { ...lookup(number, queryCode), from: '10.9.9.9' });
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('900');
  const form = { number, code: queryCode };
  const page = await h.server.inject({
    method: 'POST',
    url: '/portal/progress',
    remoteAddress: '10.9.9.9',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  expect([page.statusCode, page.headers['retry-after']]).toEqual([429, '900']);
  expect(page.body).toContain('查询码连续输错，请 15 分钟后再试');
  // Strangers at many addresses lock nothing.
  for (let i = 0; i < 20; i++) expect((await guess(`10.9.8.${i}`)).statusCode).toBe(404);
  expect((await ask(h, { ...lookup(number, queryCode), from: '10.1.2.3' })).statusCode).toBe(200);
  h.clock.now = '2026-11-02T02:15:00.000Z';
  expect((await ask(h, { ...lookup(number, queryCode), from: '10.9.9.9' })).statusCode).toBe(200);
});

test('a citizen with the right code is let in although a neighbour at his address guesses at everything', async () => {
  h = await openHotline({ limits: withMost({ wrongAddress: 10 }) });
  const { number, queryCode } = await filed();
  const guess = (i: number) => ask(h, lookup(`2611029${String(i).padStart(4, '0')}`, 'AAAAAAAA'));
  for (let i = 0; i < 10; i++) expect((await guess(i)).statusCode).toBe(404);
  // A second try at the same number is the guesser's; a first one at another is anybody's.
  expect((await guess(3)).statusCode).toBe(429);
  expect((await guess(11)).statusCode).toBe(404);
  expect((await ask(h, lookup(number, queryCode))).statusCode).toBe(200);
});

test('wrong passwords for many accounts from one address end, and a colleague there still signs in', async () => {
  h = await openHotline({ limits: withMost({ wrongAddress: 6 }) });
  const signIn = (username: string, password: string) =>
    ask(h, { url: '/api/session', body: { username, password } }).then((answer) => answer.statusCode);
  for (const name of ['agent', 'manager', 'urban', 'admin', 'nobody', 'reviewer'])
    expect(await signIn(name, 'not the password')).toBe(401);
  expect(await signIn('agent', 'not the password')).toBe(429);
  expect(await signIn('dispatcher', 'hotline-demo')).toBe(200);
});

test('whoever guesses a password waits, its owner elsewhere does not; fifty wrong ones from everywhere close the account', async () => {
  h = await openHotline();
  const signIn = (from: string, password: string) =>
    ask(h, { url: '/api/session', body: { username: 'agent', password }, from });
  const statuses = await times(6, () => signIn('10.9.9.9', 'not the password'));
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  const refused = await signIn('10.9.9.9', 'hotline-demo');
  expect([refused.statusCode, refused.json().message]).toEqual([429, expect.stringContaining('请联系管理员')]);
  expect(refused.headers['retry-after']).toBeDefined();
  expect((await signIn('10.1.1.1', 'hotline-demo')).statusCode).toBe(200);

  await h.store.writer.transaction().execute((tx) => setSignInState(tx, 'p-agent', 49, null));
  expect((await signIn('10.8.1.1', 'not the password')).statusCode).toBe(401);
  expect((await signIn('10.1.1.1', 'hotline-demo')).json().message).toContain('账号已锁定');
});

test('addresses that a guesser makes up win him nothing for long', async () => {
  h = await openHotline();
  const { number } = await filed();
  const guess = (i: number) => ask(h, { ...lookup(number, `WRONG${i}`), forwarded: `10.0.${i}.1` });
  for (let i = 0; i < 50; i++) expect((await guess(i)).statusCode).toBe(404);
  expect((await guess(51)).statusCode).toBe(429);
});

test('wrong passwords tried at once are counted one by one', async () => {
  h = await openHotline();
  const signIn = (password: string) => ask(h, { url: '/api/session', body: { username: 'agent', password } });
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => signIn(`wrong ${i}`)));
  const statuses = answers.map((answer) => answer.statusCode).toSorted();
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
});

test('appeals of one telephone number and of one address are limited, an office’s by much more', async () => {
  h = await openHotline({ limits: withMost({ appealAddress: 5, appealPhone: 2 }) });
  const file = (content: string, phone?: string, from?: string) =>
    ask(h, { url: '/api/portal/appeals', body: appeal(content, phone), ...(from ? { from } : {}) }).then(
      (a) => a.statusCode,
    );
  expect(await file('第一件，路灯不亮。', '13800138000')).toBe(201);
  expect(await file('第二件，井盖破损。', '138 0013 8000')).toBe(201);
  expect(await file('第三件，水管漏水。', '13800138000', '10.7.7.7')).toBe(429);
  expect(await file('邻居的一件，噪声很大。', '13900139000')).toBe(201);
  expect(await file('邻居的一件，垃圾未清。')).toBe(201);
  expect(await file('邻居的一件，占道经营。')).toBe(201);
  expect(await file('邻居的一件，道路积水。')).toBe(429);
});

test.skipIf(!inject('postgresUrl'))('what one node counted the other knows', async () => {
  const limits = withMost({ address: 40 });
  h = await openHotline({ limits });
  const other = await openHotline({ beside: h, limits });
  const { number, queryCode } = await filed();
  await times(5, () => ask(h, { ...lookup(number, 'AAAAAAAA'), from: '10.9.9.9' }));
  expect((await ask(other, { ...lookup(number, queryCode), from: '10.9.9.9' })).statusCode).toBe(429);
  // Requests are told when they have become much: this one has heard of the others long before it counts so many itself.
  await times(40, () => ask(h, { from: '10.5.5.5' }));
  const statuses: number[] = [];
  while (statuses.length < 30 && statuses.at(-1) !== 429) {
    statuses.push((await ask(other, { from: '10.5.5.5' })).statusCode);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(statuses.at(-1)).toBe(429);
  await other.close();
});

test('behind a proxy nobody declared a city is not one address: each is counted by the address the proxy names', async () => {
  h = await openHotline({ limits: withMost({ address: 3 }) });
  const through = (forwarded: string) => ask(h, { from: '10.0.0.1', forwarded });
  expect(await times(4, () => through('113.1.1.1'))).toEqual([401, 401, 401, 429]);
  expect((await through('113.1.1.2')).statusCode).toBe(401);
});

test('such a proxy is told of at /readyz and to administrators until it is declared', async () => {
  h = await openHotline();
  await ask(h, { from: '10.0.0.1', forwarded: '113.1.1.1' });
  await expect
    .poll(() => undeclaredProxies(h.store.reader), { timeout: 15_000 })
    .toEqual([{ address: '10.0.0.1', seenAt: h.clock.now }]);
  expect((await ask(h, { url: '/readyz' })).json()).toMatchObject({ ready: true, undeclaredProxies: ['10.0.0.1'] });
  const home = await (await h.as('admin')).call('adminHome', { query: {} });
  expect(home.undeclaredProxies).toEqual(['10.0.0.1']);
  const declared = await buildServer(h.hotline, { trustedProxies: ['10.0.0.1'] });
  await declared.inject({ url: '/healthz', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': '113.1.1.1' } });
  await expect.poll(() => undeclaredProxies(h.store.reader), { timeout: 15_000 }).toEqual([]);
  await declared.close();
});
