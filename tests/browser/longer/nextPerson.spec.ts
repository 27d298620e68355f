import { afterAll, beforeAll, expect, test } from 'vitest';
import { press } from '../../support/browserCity.ts';
import { expectNothingOf, keysOfPeople, signInAt, signOutAt } from '../../support/nextPerson.ts';
import { matter, online, openNextPersonCity, words } from '../../support/nextPersonCity.ts';

let city: Awaited<ReturnType<typeof openNextPersonCity>>;
const notHere = '没有这件工单，或您无权查看。';

beforeAll(async () => {
  city = await openNextPersonCity();
});
afterAll(() => city?.close());

test('a ticket that the server says is gone goes from the screen it was on', async () => {
  const page = await city.openFresh('dispatcher', `/desk/all/${city.ticketId}`);
  const shown = page.locator('.case').getByText(matter).first();
  await shown.waitFor();
  const gone = { status: 404, json: { code: 'notFound', message: notHere } };
  await page.route(`**/api/tickets/${city.ticketId}**`, (route) => route.fulfill(gone));
  await page.route(`**/api/tickets/${city.ticketId}/**`, (route) => route.fulfill(gone));
  await page.context().setOffline(true);
  await page.locator('.live-offline, .live-connecting').first().waitFor();
  await page.context().setOffline(false);
  await press(page, '派单');
  await page.getByLabel('主办单位').fill('水务');
  await page.keyboard.press('Enter');
  await words(page).fill('请核实。');
  await page.keyboard.press('Control+Enter');
  await shown.waitFor({ state: 'detached' });
  await page.locator('.case').getByText(notHere).waitFor();
  await page.close();
});

test('calls, what was searched, the palette and the catalogue of A are not there for B', async () => {
  const page = await city.openFresh('supervisor', '/calls?tab=all');
  const caller = await page.locator('.calls-table tbody tr td:nth-child(2)').first().textContent();
  const [number = ''] = (caller ?? '').split(' ');
  expect(number).toContain('5678');
  await signOutAt(page);
  await expectNothingOf(page, number);
  // The catalogue does not come: what stands there then is A's or nothing.
  const none = { status: 404, json: { code: 'notFound', message: '没有目录。' } };
  await page.route('**/api/catalog', (route) => route.fulfill(none));
  await signInAt(page, 'watergroup');
  await online(page);
  await expectNothingOf(page, number);
  expect(await page.locator('.brand').textContent()).toBe('12345');
  await page.unroute('**/api/catalog');
  await signOutAt(page);

  await signInAt(page, 'dispatcher');
  await online(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: '查找、前往、操作' });
  await palette.fill('洋中路');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: new RegExp(matter) })
    .waitFor();
  // The first is the page of all that is found.
  await page.keyboard.press('Enter');
  await page.locator('.hit').first().waitFor();
  await signOutAt(page);
  await expectNothingOf(page, '洋中路');
  await signInAt(page, 'watergroup');
  await online(page);
  await expectNothingOf(page, '洋中路');
  expect(await page.locator('.hit').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByText('前往').first().waitFor();
  expect(await page.getByText('最近使用').count()).toBe(0);
  await page.close();
});

test('the file A exported is not offered to B, who asks for his own', async () => {
  const page = await city.openFresh('manager', '/desk/all');
  await page.getByRole('button', { name: /^导\s?出$/ }).click();
  await page.getByLabel(/导出用途/).fill('月度报送材料');
  await page.getByRole('button', { name: '开始导出' }).click();
  const link = page.getByRole('link', { name: /^下载/ });
  await link.waitFor({ timeout: 30_000 });
  const file = (await link.getAttribute('href')) ?? '';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await signOutAt(page);
  await signInAt(page, 'supervisor');
  await online(page);
  await page.getByRole('button', { name: /^导\s?出$/ }).click();
  expect(await page.getByLabel(/导出用途/).inputValue()).toBe('');
  await expectNothingOf(page, file, '月度报送材料');
  await page.close();
});

test('what A had begun to write stays with A: B finds an empty form, and A his words on another computer', async () => {
  const typed = '市民称门牌号为洋中路88号。';
  const page = await city.openFresh('agent', '/log');
  await page.getByLabel('诉求内容').fill(typed);
  await page.getByLabel('来电号码').fill('13900139001');
  await signOutAt(page);
  await expectNothingOf(page, typed, '13900139001');
  await signInAt(page, 'dispatcher');
  await online(page);
  await page.goto(`${city.base}/log`);
  expect(await page.getByLabel('诉求内容').inputValue()).toBe('');
  await expectNothingOf(page, typed, '13900139001');
  await page.close();
  const elsewhere = await city.openFresh('agent', '/log');
  await expect.poll(() => elsewhere.getByLabel('诉求内容').inputValue()).toBe(typed);
  await elsewhere.close();
});

test('words the server could not take are asked about before a sign-out deletes them, and the session ends all the same', async () => {
  const typed = '断网时写下的内容，请核实。';
  const page = await city.openFresh('agent', '/log');
  await page.context().setOffline(true);
  await page.getByLabel('诉求内容').fill(typed);
  await page.getByText(/已存在本机/).waitFor();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByText('还有内容没有送到服务器').waitFor();
  await page.getByRole('button', { name: '先不退出' }).click();
  expect(await page.getByLabel('诉求内容').inputValue()).toBe(typed);
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByRole('button', { name: '放弃这些内容并退出' }).click();
  await page.getByLabel('用户名').waitFor();
  await expectNothingOf(page, typed);
  expect(await keysOfPeople(page)).toEqual([]);
  // The next who opens the page is not let into the session that could not be ended then.
  await page.context().setOffline(false);
  await page.reload();
  await page.getByLabel('用户名').waitFor();
  await page.close();
});
