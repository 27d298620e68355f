import { join } from 'node:path';
import { insertPerson } from '@hotline/db/people/people';
import { hashPassword } from '@hotline/server/sessions/password';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectClean, openBrowserCity } from '../support/browserCity.ts';
import { report } from '../support/calls.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
const shots = process.env['SCREENSHOTS'];

beforeAll(async () => {
  city = await openBrowserCity();
  const { h } = city;
  const passwordHash = await hashPassword('hotline-demo');
  await h.store.writer.transaction().execute(async (tx) => {
    for (const [username, name] of [
      ['frontline', '一线小何'],
      ['second', '一线小许'],
    ] as const)
      await insertPerson(
        tx,
        {
          id: `p-${username}`,
          username,
          name,
          passwordHash,
          totpSecret: null,
          scopeVersion: 1,
          failedSignIns: 0,
          lockedUntil: null,
          demoAt: null,
          createdAt: h.clock.now,
          disabledAt: null,
        },
        [
          { role: 'agent', path: 'fz.' },
          { role: 'dispatcher', path: 'fz.' },
        ],
      );
  });
  for (const name of ['陈建国', '林秀英'])
    await (await city.h.as('agent')).call('logAppeal', {
      body: {
        channel: 'phone',
        kind: 'help',
        title: '杨桥路路灯不亮',
        content: '杨桥路一带路灯不亮已经三天，夜间出行不便。',
        citizen: { name, phone: '13800138000' },
      },
    });
});
afterAll(() => city?.close());

/** The machine may be busy. */
const soon = { timeout: 15_000, interval: 50 };
const wide = { width: 1920, height: 1080 };
const usual = { width: 1366, height: 768 };
const log = '/console/log';

async function shot(page: Page, name: string): Promise<void> {
  if (!shots) return;
  await page.screenshot({ path: join(shots, `${name}.png`) });
  await page.setViewportSize(wide);
  await page.screenshot({ path: join(shots, `${name}-wide.png`) });
  await page.setViewportSize(usual);
}
const seat = (page: Page) => page.getByRole('combobox', { name: '坐席状态' });

let calls = 0;
/** The telephone on the agent's desk. */
async function telephone(agent: string, from = '13800138000') {
  const callId = `browser-${++calls}`;
  const say = (event: string, more = {}) => report(city.h, { event, callId, from, agent, queue: '综合受理', ...more });
  const { body } = await say('newCall');
  return { id: body.id, answer: () => say('answer'), hangUp: () => say('hangup', { cause: 'normalClearing' }) };
}
const card = (page: Page) => page.getByRole('region', { name: '来电', exact: true }).getByRole('article');
const content = (page: Page) => page.getByLabel(/诉求内容/);

/** Counts what a hand does: each key of a chord's last key, and each text as its characters. */
function keyboardOf(page: Page) {
  const count = { keys: 0, characters: 0, steps: 0 };
  return {
    count,
    press: async (key: string) => {
      count.keys += 1;
      count.steps += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      count.characters += [...text].length;
      count.steps += 1;
      await page.keyboard.type(text);
    },
  };
}

test('from ringing to dispatched by keyboard alone', async () => {
  const page = await city.openAs('frontline', log);
  await seat(page).selectOption('在线');
  await seat(page).evaluate((select: HTMLElement) => select.blur());
  const phone = await telephone('frontline');
  await card(page).getByText('138****8000').waitFor();
  await card(page).getByText('杨桥路路灯不亮').first().waitFor();
  await expectClean(page, 'call-ringing');

  await phone.answer();
  await page.waitForURL(/call=/);
  await page.getByRole('radio', { name: /陈\*\*/ }).waitFor();
  await vi.waitFor(
    async () => expect(await content(page).evaluate((area) => area === document.activeElement)).toBe(true),
    soon,
  );
  await shot(page, 'call-form');

  const hands = keyboardOf(page);
  await hands.type('市民来电反映，今天上午五一北路88号门口自来水管爆裂，路面大量冒水，请尽快抢修。');
  await hands.press('Control+Enter');
  await page.getByRole('heading', { name: '登记成功' }).waitFor();
  await shot(page, 'call-logged');
  await hands.press('Control+Enter');
  await page.getByLabel('主办单位').waitFor();
  await hands.type('水务集团');
  await hands.press('Enter');
  await hands.press('Control+Enter');
  const sent = async () => {
    const { items } = await (await city.h.as('watergroup')).call('tickets', {
      query: { dispatchStatus: 'awaitingSigning' },
    });
    expect(items.some((item) => item.title.includes('五一北路88号'))).toBe(true);
  };
  await vi.waitFor(sent, soon);
  await phone.hangUp();
  await page.getByText(/整理 00:0\d/).waitFor();
  await shot(page, 'call-wrap-up');
  await hands.press('F9');
  await vi.waitFor(async () => expect(await seat(page).inputValue()).toBe('ready'), soon);

  const { keys, characters, steps } = hands.count;
  console.log(`from ringing to dispatched: ${keys} keys and ${characters} characters in ${steps} steps, no mouse`);
  const told = await (await city.h.as('supervisor')).call('call', { params: { id: phone.id } });
  expect(told).toMatchObject({ outcome: 'answered', agentId: 'p-frontline' });
  expect(told.appealId).not.toBeNull();
  expect(keys).toBeLessThanOrEqual(6);
  expect(city.problems).toEqual([]);
  await page.context().close();
});

test('a second call never takes the place of what is being written, and both survive a crash', async () => {
  const own = await city.openAs('second', log);
  // What was answered before a page was there opens nothing.
  await own.locator('.live-online').waitFor();
  const first = await telephone('second', '13500000001');
  await first.answer();
  await own.waitForURL(/call=/);
  const words = '西洪路工地夜间施工噪音扰民，请核查。';
  await content(own).fill(words);
  const next = await telephone('second', '13500000002');
  await first.hangUp();
  await next.answer();
  await card(own)
    .getByText(/不会被覆盖/)
    .waitFor();
  expect(await content(own).inputValue()).toBe(words);
  expect(own.url()).toContain(first.id);
  await expectClean(own, 'call-waiting');

  await own.keyboard.press('F9');
  await own.waitForURL((url) => url.search.includes(next.id));
  expect(await content(own).inputValue()).toBe('');
  const other = '福飞路公交站台破损，请维修。';
  await content(own).fill(other);
  await own.getByText(/已保存/).waitFor();

  // The computer goes off: another one finds both, each with its call.
  const state = await own.context().storageState();
  await own.context().close();
  const later = await city.open(`${log}?call=${first.id}`, 'second', { storageState: { ...state, origins: [] } });
  await vi.waitFor(async () => expect(await content(later).inputValue()).toBe(words), soon);
  await later.goto(`${city.base}${log}?call=${next.id}`);
  await vi.waitFor(async () => expect(await content(later).inputValue()).toBe(other), soon);
  await later.getByRole('button', { name: /待登记 2/ }).click();
  await later.getByText('已接听、尚未登记的电话').waitFor();
  await expectClean(later, 'call-unlogged');
  await later.context().close();
});

test('of two tabs one rings, with consent, and none in the quiet hours', async () => {
  const first = await city.openAs('agent', log);
  const context = first.context();
  await context.addInitScript(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      counted.tones += 1;
      return make.call(this);
    };
  });
  await first.reload();
  const page = await context.newPage();
  await page.goto(`${city.base}${log}`);
  const tabs = [first, page];
  for (const tab of tabs) await tab.locator('.live-online').waitFor();
  const tones = () =>
    Promise.all(tabs.map((tab) => tab.evaluate(() => (window as unknown as { tones: number }).tones)));

  const silent = await telephone('agent', '13500000003');
  await card(page).waitFor();
  expect(await tones()).toEqual([0, 0]);
  await silent.hangUp();

  await page.getByRole('button', { name: '坐席设置' }).click();
  await expectClean(page, 'call-alerts');
  await page.getByLabel('从').fill('00:00');
  await page.getByLabel('至').fill('00:00');
  await page.getByLabel('来电时响铃').check();
  await page.keyboard.press('Escape');
  const sample = await tones();
  const loud = await telephone('agent', '13500000004');
  await vi.waitFor(
    async () => expect((await tones()).map((n, i) => n > (sample[i] ?? 0)).filter(Boolean)).toHaveLength(1),
    soon,
  );
  await loud.hangUp();
  await card(page).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '坐席设置' }).click();
  await page.getByLabel('从').fill('00:00');
  await page.getByLabel('至').fill('23:59');
  await page.keyboard.press('Escape');
  const before = await tones();
  const quiet = await telephone('agent', '13500000005');
  await card(page).waitFor();
  expect(await tones()).toEqual(before);
  await quiet.hangUp();

  await page.getByRole('button', { name: '模拟来电' }).click();
  await page.getByRole('button', { name: /从未来电的号码/ }).waitFor();
  await expectClean(page, 'call-simulator');
  await page.getByRole('button', { name: /从未来电的号码/ }).click();
  await card(page).waitFor();
  await page.getByRole('button', { name: '接听' }).click();
  await page
    .getByText(/通话 00:0\d/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '挂断' }).click();
  await page.getByText(/整理 00:0\d/).waitFor();
  await page.goto(`${city.base}/console/calls`);
  await page.getByRole('table').waitFor();
  await page.getByRole('button', { name: '认领回拨' }).first().click();
  await page.getByRole('button', { name: '显示号码' }).click();
  await page.getByText('1350000000').waitFor();
  await expectClean(page, 'call-missed');
  await context.close();
  expect(city.problems).toEqual([]);
});

test('the supervisor sees the hall and its figures', async () => {
  const page = await city.openAs('supervisor', '/console/calls?tab=all');
  await page.getByText('今日 接通率').waitFor();
  await page.getByRole('cell', { name: '已接听' }).first().waitFor();
  await page.getByRole('cell', { name: '话务员小林' }).first().waitFor();
  await expectClean(page, 'calls-all');
  await page.getByRole('link', { name: '坐席' }).click();
  await page.getByRole('cell', { name: '8001' }).waitFor();
  await shot(page, 'calls-seats');
  await page.context().close();
});
