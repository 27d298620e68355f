import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserCity, press } from '../support/browserCity.ts';
import { report } from '../support/calls.ts';
import {
  endSessionOf,
  everythingIn,
  expectNothingOf,
  keysOfPeople,
  signInAt,
  signOutAt,
} from '../support/nextPerson.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
let ticketId: string;
/** With a department, so that clerks of two departments can stand at its address. */
let sentId: string;
const sentMatter = '晋安区福马路护栏倒塌';
const matter = '台江区洋中路井盖破损';
const citizen = '欧阳晓梅';
const notHere = '没有这件工单，或您无权查看。';
/** A clerk has no desk of the whole centre. */
const noPage = '没有这个页面，请从左侧选择工作台。';

beforeAll(async () => {
  city = await openBrowserCity();
  const agent = await city.h.as('agent');
  const body = {
    channel: 'phone' as const,
    kind: 'help' as const,
    content: `市民反映，${matter}。`,
    citizen: { name: citizen, phone: '13900139001' },
  };
  ticketId = (await agent.call('logAppeal', { body })).ticket.id;
  const sent = { ...body, content: `市民反映，${sentMatter}。` };
  sentId = (await agent.call('logAppeal', { body: sent })).ticket.id;
  await (await city.h.as('dispatcher')).act(sentId, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  await report(city.h, { event: 'newCall', callId: 'next-1', from: '13912345678' });
  await report(city.h, { event: 'hangup', callId: 'next-1', from: '13912345678' });
  await catchUp(city.h.hotline, finder);
});
afterAll(() => city?.close());

const online = (page: Page) => page.locator('.live-online').waitFor();
/** A session of its own: signing out ends it, and other tests have theirs. */
async function openFresh(username: string, path: string): Promise<Page> {
  const page = await city.open(path, username);
  await signInAt(page, username);
  await online(page);
  return page;
}
const words = (page: Page) => page.getByLabel('派单意见');

test('the ticket A had open is not on the screen of B, neither before nor after the server says 404', async () => {
  const page = await openFresh('urban', `/desk/inbox/${sentId}`);
  await page.locator('.case').getByText(sentMatter).first().waitFor();
  await signOutAt(page);
  await expectNothingOf(page, sentMatter);
  expect(await keysOfPeople(page)).toEqual([]);

  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    void page.route(`**/api/tickets/${sentId}`, async (route) => {
      resolve();
      await new Promise<void>((go) => {
        answer = go;
      });
      await route.continue();
    });
  });
  await signInAt(page, 'watergroup');
  await asked;
  await expectNothingOf(page, sentMatter);
  answer();
  await page.getByText(notHere).waitFor();
  await expectNothingOf(page, sentMatter);
  expect(page.url()).toContain(sentId);
  await page.close();
});

test('a ticket that the server says is gone goes from the screen it was on', async () => {
  const page = await openFresh('dispatcher', `/desk/all/${ticketId}`);
  const shown = page.locator('.case').getByText(matter).first();
  await shown.waitFor();
  const gone = { status: 404, json: { code: 'notFound', message: notHere } };
  await page.route(`**/api/tickets/${ticketId}**`, (route) => route.fulfill(gone));
  await page.route(`**/api/tickets/${ticketId}/**`, (route) => route.fulfill(gone));
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
  const page = await openFresh('supervisor', '/calls?tab=all');
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
  const page = await openFresh('manager', '/desk/all');
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
  const page = await openFresh('agent', '/log');
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
  const elsewhere = await openFresh('agent', '/log');
  await expect.poll(() => elsewhere.getByLabel('诉求内容').inputValue()).toBe(typed);
  await elsewhere.close();
});

test('words the server could not take are asked about before a sign-out deletes them, and the session ends all the same', async () => {
  const typed = '断网时写下的内容，请核实。';
  const page = await openFresh('agent', '/log');
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

test('a session that ends under the hand hides the page, and gives the words back to the same person alone', async () => {
  const page = await openFresh('dispatcher', `/desk/all/${ticketId}`);
  await press(page, '派单');
  await words(page).fill('请现场');
  await endSessionOf(page);
  await words(page).fill('请现场核实，并于今日内回复。');
  await page.getByLabel('用户名').waitFor();
  expect(await page.locator('.frame').isVisible()).toBe(false);
  expect(await page.getByText(matter).first().isVisible()).toBe(false);
  expect(await keysOfPeople(page)).toEqual([]);
  await signInAt(page, 'dispatcher');
  await online(page);
  expect(await words(page).inputValue()).toBe('请现场核实，并于今日内回复。');

  await endSessionOf(page);
  await words(page).fill('只给本人看的话。');
  await page.getByLabel('用户名').waitFor();
  await signInAt(page, 'watergroup');
  await online(page);
  await page.getByText(noPage).waitFor();
  await expectNothingOf(page, matter, '请现场', '只给本人看的话');
  const kept = await (await city.h.as('watergroup'))
    .call('getDraft', { params: { key: `dispatch-${ticketId}` } })
    .catch(() => null);
  expect(kept).toBeNull();
  await signOutAt(page);
  await signInAt(page, 'dispatcher');
  await online(page);
  expect(await everythingIn(page)).not.toContain('只给本人看的话');
  await page.close();
});

test('of two tabs the other is emptied when A signs out in one, and becomes B’s when B signs in there', async () => {
  const one = await openFresh('dispatcher', `/desk/all/${ticketId}`);
  const two = await one.context().newPage();
  await two.goto(`${city.base}/desk/all/${ticketId}`);
  for (const page of [one, two]) await page.locator('.case').getByText(matter).first().waitFor();
  await press(two, '派单');
  await words(two).fill('另一个页签里写的话。');
  await signOutAt(one);
  await two.getByLabel('用户名').waitFor();
  for (const page of [one, two]) await expectNothingOf(page, matter, '另一个页签里写的话');

  await signInAt(one, 'watergroup');
  await one.getByText(noPage).waitFor();
  await online(two);
  await two.getByText(noPage).waitFor();
  await expectNothingOf(two, matter, '另一个页签里写的话');

  // Signed in as another in one tab, while the other still stands as it was: its words do not become B's.
  await two.getByText('市水务集团').first().waitFor();
  await signOutAt(two);
  await signInAt(two, 'dispatcher');
  await online(two);
  await online(one);
  await one.close();
  await two.close();
});

test('the sign-in page asks for the demo people once, however long it stands and whatever is typed', async () => {
  const page = await city.open('/', 'nobody');
  await page.getByText('演示人员').waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/demo')) asked += 1;
  });
  await page.reload();
  await page.getByText('演示人员').waitFor();
  await page.getByLabel('用户名').fill('dispatcher');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Demo people').waitFor();
  expect(asked).toBe(1);
  await page.close();
  expect(city.problems).toEqual([]);
});
