import { finder } from '@hotline/server/followers/finder';
import { catchUp } from '@hotline/server/followers/follow';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity } from '../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const palette = (page: Page) => page.getByRole('combobox', { name: '查找、前往、操作' });
const list = (page: Page) => page.getByRole('dialog');
const chosen = (page: Page) => list(page).getByRole('option', { selected: true });
const content = (page: Page) => page.getByLabel(/诉求内容/);
const words = '市民来电反映，今天上午白马南路12号门口井盖松动，夜间有人绊倒，请尽快处理。';
/** An input method is choosing characters: the browser says so with every key. */
const composingEnter = (page: Page) =>
  palette(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });

test('by Ctrl+K 小林 goes anywhere, does what the server offers, and finds tickets, in pinyin too', async () => {
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'help' as const, content: words, citizen: { name: '陈' } };
  const { ticket } = await agent.call('logAppeal', { body });
  await catchUp(city.h.hotline, finder);
  const page = await city.openAs('dispatcher', '/reports');
  await page.keyboard.press('Control+k');
  await palette(page).waitFor();
  await page.keyboard.type('pdt');
  await palette(page).fill('pd');
  await composingEnter(page);
  await palette(page).waitFor();
  await palette(page).fill('待派单');
  await chosen(page).getByText('派单').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/desk\/dispatch/);

  await page.keyboard.press('/');
  await palette(page).fill('白马南路');
  await list(page)
    .getByRole('option', { name: new RegExp(ticket.number) })
    .waitFor();
  await expectClean(page, 'palette-found');
  // The first stays the page of all that was found: what arrives later never moves under the hand.
  expect(await chosen(page).textContent()).toContain('查找工单');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(ticket.id));
  await page.getByRole('toolbar').getByRole('button').first().waitFor();

  await page.keyboard.press('Control+k');
  await page.getByText('最近使用').waitFor();
  await page.getByText('此工单的操作').waitFor();
  await expectClean(page, 'palette-actions');
  await palette(page).fill('pd');
  await list(page).getByRole('option', { name: /^派单/ }).first().click();
  await page.getByLabel('主办单位').waitFor();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await palette(page).fill('swjt');
  await list(page).getByRole('option', { name: /水务/ }).first().waitFor();
  await palette(page).fill('teda');
  await list(page)
    .getByRole('option', { name: /特大字号/ })
    .click();
  await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe('20px');
  await page.keyboard.press('Control+k');
  await palette(page).fill('tuichu');
  await page.keyboard.press('Enter');
  await page.getByLabel('用户名').waitFor();
  expect(city.problems).toEqual([]);
});

test('a key recorded anew is refused where it cannot work, taken where it can, and is there on another computer', async () => {
  const page = await city.openAs('agent', '/settings/keys');
  const record = async (command: string, key: string) => {
    await page.getByRole('button', { name: `更改「${command}」的按键` }).click();
    await page.keyboard.press(key);
  };
  await record('登记时选择诉求分类', 'Control+t');
  await page.getByText('Ctrl+T 由浏览器或系统占用').waitFor();
  await record('登记时选择诉求分类', 'm');
  await page.getByText('m 会写出文字').waitFor();
  await record('登记时选择诉求分类', 'F9');
  await page.getByText(/F9 已用于「.*登记来电/).waitFor();
  await record('登记时选择诉求分类', 'F4');
  await page.getByText('已改为 F4').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('登记时选择诉求分类').waitFor();
  await expectClean(page, 'key-sheet');
  await page.keyboard.press('Escape');

  const elsewhere = await city.openAs('agent', '/log');
  const category = () =>
    elsewhere.evaluate(
      () => document.activeElement?.closest('.log-category') !== null && document.activeElement !== null,
    );
  await expect
    .poll(async () => {
      await elsewhere.keyboard.press('F4');
      return category();
    })
    .toBe(true);
  await elsewhere.keyboard.type('zdjy');
  await elsewhere.locator('.ant-select-dropdown').getByText('占道经营').first().waitFor();
  await page.getByRole('button', { name: '全部恢复默认' }).click();
  await page.getByText('快捷键已全部恢复默认').waitFor();
  expect(city.problems).toEqual([]);
});

test('the centre’s phrase is inserted by F8 where the cursor stands, with its gap to be written', async () => {
  const admin = await city.openAs('admin', '/settings/phrases');
  await admin.getByRole('button', { name: '新增常用语' }).click();
  await admin.getByRole('textbox', { name: '名称（必填）' }).fill('核实情况');
  await admin.getByRole('textbox', { name: '内容（必填）' }).fill('{姓名}反映的{事项}情况，请核实。');
  await admin.getByRole('radio', { name: '全中心' }).check();
  await expectClean(admin, 'phrase-form');
  await admin.keyboard.press('Tab');
  await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await admin.getByText('已保存「核实情况」').waitFor();

  const page = await city.openAs('agent', '/log');
  await page.getByLabel('姓名').fill('陈建国');
  await content(page).fill('先写一句。');
  await content(page).focus();
  await page.keyboard.press('F8');
  await page.getByRole('option', { name: /核实情况/ }).waitFor();
  await page.keyboard.type('hsqk');
  await expectClean(page, 'phrase-picker');
  await page.keyboard.press('Enter');
  expect(await content(page).inputValue()).toBe('先写一句。陈建国反映的{事项}情况，请核实。');
  await page.keyboard.type('井盖');
  expect(await content(page).inputValue()).toBe('先写一句。陈建国反映的井盖情况，请核实。');
  expect(city.problems).toEqual([]);
});

test('an emergency goes to 110 by two keys from a form that was not saved, and nothing typed is lost', async () => {
  const page = await city.openAs('agent', '/log');
  await page.getByLabel('来电号码').fill('13900139000');
  await content(page).fill('有人持刀');
  await page.keyboard.press('F10');
  await page.getByText('紧急警情，请立即转接').waitFor();
  await expectClean(page, 'hand-off');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记并移送 110' }).waitFor();
  await page.locator('.receipt-slip svg').waitFor();
  const { items } = await (await city.h.as('supervisor')).call('tickets', { query: { q: '13900139000', limit: 1 } });
  const told = await (await city.h.as('supervisor')).call('ticket', { params: { id: items[0]?.id ?? '' } });
  expect(told.appeals[0]).toMatchObject({
    content: '紧急警情，已转 110。有人持刀',
    outcome: 'transferred',
    reasonCode: 'police',
  });
  expect(told.ticket).toMatchObject({ status: 'closed', urgency: 'critical' });
  expect(city.problems).toEqual([]);
});

test('a draft outlives a sign-out at the last key, another computer, and what others do to the ticket it joins', async () => {
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'help' as const, content: words, citizen: { phone: '13700137000' } };
  const { ticket } = await agent.call('logAppeal', { body });
  const writer = await city.signIn('dispatcher');
  await writer.goto(`${city.base}/log?join=${ticket.id}&number=${ticket.number}`);
  await content(writer).fill(words);
  await writer.getByRole('button', { name: '退出' }).click();
  await writer.getByLabel('用户名').waitFor();
  await writer.context().close();

  await (await city.h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  const elsewhere = await city.signIn('dispatcher');
  await elsewhere.goto(`${city.base}/log`);
  await expect.poll(() => content(elsewhere).inputValue()).toBe(words);
  await elsewhere.getByText(`将追加到工单 ${ticket.number}`).waitFor();
  await elsewhere.keyboard.press('Control+Enter');
  await elsewhere.getByRole('heading', { name: '登记成功' }).waitFor();
  await elsewhere.context().close();
});

test('whose password the administrator reset chooses his own first; the token of a telephone system is shown once', async () => {
  const admin = await city.openAs('admin', '/admin/telephony');
  await admin.getByRole('button', { name: '新增令牌' }).click();
  await admin.getByLabel('名称').fill('移动云呼叫中心');
  await admin.getByLabel(/要求签名/).check();
  await admin.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await admin.getByText('请现在复制到电话系统中').waitFor();
  await expectClean(admin, 'token-once');
  await admin.getByRole('button', { name: '我已保存' }).click();
  await admin.getByRole('button', { name: '停用「移动云呼叫中心」' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await admin.getByText('已停用「移动云呼叫中心」').waitFor();

  const password = 'Given-by-admin-1';
  const { items } = await (await city.h.as('admin')).call('people', { query: { q: 'callback' } });
  await (await city.h.as('admin')).call('resetPassword', { params: { id: items[0]?.id ?? '' }, body: { password } });
  const page = await city.open('/', 'callback');
  await page.getByLabel('用户名').fill('callback');
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Minjiang-2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Minjiang-2027');
  await page.keyboard.press('Enter');
  await page.getByText('两次输入的新密码不一致').waitFor();
  await expectClean(page, 'first-password');
  await page.getByLabel('再输一次新密码').fill('Minjiang-2026');
  await page.keyboard.press('Enter');
  await page.locator('.live-online').waitFor();
  expect(city.problems).toEqual([]);
});
