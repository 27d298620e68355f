import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const palette = (page: Page) => page.getByRole('combobox', { name: '查找、前往、操作' });
const options = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('option', { name });
const content = (page: Page) => page.getByLabel(/诉求内容/);
const words = '市民来电反映，今天上午白马南路12号门口井盖松动，夜间有人绊倒，请尽快处理。';
async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await palette(page).fill(typed);
  await page.keyboard.press('Enter');
}

test('小陈 goes, finds, does and signs out by Ctrl+K, in pinyin too, and what he typed last is kept', async () => {
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'help' as const, content: words, citizen: { name: '陈' } };
  const { ticket } = await agent.call('logAppeal', { body });
  await catchUp(city.h.hotline, finder);
  const page = await city.signIn('dispatcher');

  await page.keyboard.press('/');
  await palette(page).fill('白马南路');
  await options(page, new RegExp(ticket.number)).waitFor();
  // The first stays the page of all that is found: what arrives later never moves under the hand.
  expect(await page.getByRole('dialog').getByRole('option', { selected: true }).textContent()).toContain('查找工单');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(ticket.id));
  await page.getByRole('toolbar').getByRole('button').first().waitFor();

  await page.keyboard.press('Control+k');
  await page.getByText('此工单的操作').waitFor();
  await options(page, /指定承办.*现在不能/).waitFor();
  await expectClean(page, 'palette-actions');
  await palette(page).fill('pd');
  // An input method is choosing characters: its Enter chooses nothing here.
  const composing = { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true };
  await palette(page).dispatchEvent('keydown', composing);
  await page.keyboard.press('Enter');
  await page.getByLabel('主办单位').waitFor();
  await page.keyboard.press('Escape');

  await choose(page, 'djsq');
  await content(page).fill(words);
  await choose(page, 'tuichu');
  await page.getByLabel('用户名').waitFor();
  const { draft: kept } = await (await city.h.as('dispatcher')).call('getDraft', { params: { key: 'log-appeal' } });
  expect(kept?.body).toMatchObject({ content: words });
  expect(city.problems).toEqual([]);
});

test('小林 gives a command another key, inserts a phrase by F8, and hands an emergency to 110 with two keys', async () => {
  const page = await city.openAs('agent', '/settings/keys');
  const record = async (key: string) => {
    await page.getByRole('button', { name: '更改「登记时选择诉求分类」的按键' }).click();
    await page.keyboard.press(key);
  };
  await record('Control+t');
  await page.getByText('Ctrl+T 由浏览器或系统占用').waitFor();
  await record('F9');
  await page.getByText(/F9 已用于「.*登记来电/).waitFor();
  await record('F4');
  await page.getByText('已改为 F4').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('登记时选择诉求分类').waitFor();
  await expectClean(page, 'key-sheet');
  await expect
    .poll(async () => (await (await city.h.as('agent')).call('preferences', {})).preferences.keys)
    .toEqual([{ command: 'category', key: 'f4' }]);

  await page.goto(`${city.base}/log`);
  await page.getByLabel('详细地址').fill('白马南路');
  await page.keyboard.press('F4');
  await page.keyboard.type('zdjy');
  await page.locator('.ant-select-dropdown').getByText('占道经营').first().waitFor();
  await page.keyboard.press('Escape');
  await content(page).focus();
  await page.keyboard.press('F8');
  await page.keyboard.type('yjsg');
  await options(page, /夜间施工噪音/).waitFor();
  await expectClean(page, 'phrase-picker');
  await page.keyboard.press('Enter');
  await expect.poll(() => content(page).inputValue()).toContain('反映，白马南路附近工地夜间施工');

  await page.getByLabel('来电号码').fill('13900139000');
  await content(page).fill('有人持刀');
  await page.keyboard.press('F10');
  await page.getByText('紧急警情，请立即转接').waitFor();
  await expectClean(page, 'hand-off');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记并移送 110' }).waitFor();
  await page.locator('.receipt-slip svg').waitFor();
  const supervisor = await city.h.as('supervisor');
  const { items } = await supervisor.call('tickets', { query: { q: '13900139000', limit: 1 } });
  const told = await supervisor.call('ticket', { params: { id: items[0]?.id ?? '' } });
  expect(told.ticket).toMatchObject({ status: 'closed', urgency: 'critical' });
  expect(told.appeals[0]).toMatchObject({
    content: '紧急警情，已转 110。有人持刀',
    outcome: 'transferred',
    reasonCode: 'police',
  });
  expect(city.problems).toEqual([]);
});

test('whose password the administrator gave chooses his own first; the token of a telephone system is shown once', async () => {
  const admin = await city.openAs('admin', '/admin/telephony');
  await admin.getByRole('button', { name: '新增令牌' }).click();
  await admin.getByLabel('名称').fill('移动云呼叫中心');
  await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await admin.getByText('请现在复制到电话系统中').waitFor();
  await expectClean(admin, 'token-once');

  const password = 'Given-by-admin-1';
  const { items } = await (await city.h.as('admin')).call('people', { query: { q: 'callback' } });
  await (await city.h.as('admin')).call('resetPassword', { params: { id: items[0]?.id ?? '' }, body: { password } });
  const page = await city.open('/', 'callback');
  await page.getByLabel('用户名').fill('callback');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  for (const typed of [password, 'Minjiang-2026', 'Minjiang-2027']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText('两次输入的新密码不一致').waitFor();
  await expectClean(page, 'first-password');
  await page.getByLabel('再输一次新密码').fill('Minjiang-2026');
  await page.keyboard.press('Enter');
  await page.locator('.live-online').waitFor();
  expect(city.problems).toEqual([]);
});
