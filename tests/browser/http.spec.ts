import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserCity, press, rowOf } from '../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity({ host: 'intranet.test' });
});
afterAll(() => city?.close());

const title = '五四路128号路灯不亮';
/** What a browser gives to secure pages alone; each is missing here. */
const secureOnly = (page: Page) =>
  page.evaluate(() => [
    isSecureContext,
    'randomUUID' in crypto,
    'clipboard' in navigator,
    'locks' in navigator,
    'serviceWorker' in navigator,
    'mediaDevices' in navigator,
  ]);

test('over plain http under a name of the intranet an appeal is logged, its number copied and pasted, and sent', async () => {
  const agent = await city.signIn('agent');
  expect(await secureOnly(agent)).toEqual([false, false, false, false, false, false]);
  await agent.getByLabel('来电号码').fill('19900001234');
  await agent.getByLabel('诉求内容').fill(`市民来电反映，${title}，请尽快维修。`);
  await agent.getByLabel('标题').fill(title);
  await agent.keyboard.press('Control+Enter');
  await agent.getByRole('heading', { name: '登记成功' }).waitFor();

  const dispatcher = await city.openAs('dispatcher', '/desk/dispatch');
  await rowOf(dispatcher, title).click();
  await dispatcher.getByRole('heading', { name: title }).waitFor();
  await dispatcher.getByText('复制编号').click();
  await dispatcher.getByText('已复制').waitFor();
  await press(dispatcher, '派单');
  await dispatcher.getByLabel('主办单位').fill('城管');
  await dispatcher.locator('.ant-select-item-option-active').filter({ hasText: '城' }).waitFor();
  await dispatcher.keyboard.press('Enter');
  const opinion = dispatcher.getByLabel('派单意见');
  await opinion.fill('');
  await opinion.focus();
  await dispatcher.keyboard.press('Control+v');
  expect(await opinion.inputValue()).toMatch(/^\d{11}$/);
  await dispatcher.keyboard.press('Control+Enter');
  await dispatcher.locator('.has-left').filter({ hasText: title }).waitFor();

  expect(city.problems).toEqual([]);
});

test('a citizen over plain http copies number and query code, and the page asks the browser for nothing it refuses', async () => {
  const page = await city.open('/portal/new', 'citizen');
  const go = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('radio', { name: /投诉/ }).check();
  await go('继续');
  await page.getByLabel('诉求内容').fill('五四路工地凌晨两点还在施工，噪声很大，希望尽快制止。');
  await go('继续');
  await page.getByRole('radio', { name: /匿名/ }).check();
  await go('继续');
  await go('提交诉求');
  await page.getByRole('heading', { name: '诉求已提交' }).waitFor();
  await go('复制编号和查询码');
  await page.getByText('已复制，可以粘贴到备忘录保存。').waitFor();
  expect(city.problems).toEqual([]);
});
