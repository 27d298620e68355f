import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity } from '../../support/browserCity.ts';
import { covered } from '../../support/controls.ts';
import { endSessionUnder, expectNothingOf, goTo, signInAt, signOutAt } from '../../support/nextPerson.ts';

// Monday 2 November 2026, 14:00 in Fuzhou; the server's clock goes on from there.
const startMs = Date.parse('2026-11-02T06:00:00.000Z') - Date.now();
let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity({ host: 'intranet.test', startMs });
});
afterAll(() => city?.close());

const reason = '市政务云停机，纸质登记';
const list = [
  {
    time: '2305',
    phone: '19900000301',
    name: '陈女士',
    place: '五四路128号',
    content: '五四路工地夜间施工，噪声扰民。',
  },
  { time: '23：40', phone: '', name: '', place: '', content: '东街口过街天桥扶梯停运，老人上下不便。' },
] as const;

const focusedLabel = (page: Page) =>
  page.evaluate(() => document.querySelector(`label[for="${document.activeElement?.id}"]`)?.textContent ?? '');

/** A line of the paper, by nothing but the keyboard, from the time of the day on. */
async function type(page: Page, row: (typeof list)[number]): Promise<void> {
  await expect.poll(() => focusedLabel(page)).toContain('受理时间');
  for (const text of [row.time, row.phone, row.name, row.place]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  expect(await focusedLabel(page)).toContain('诉求内容');
  await page.keyboard.type(row.content);
}

test('after an outage 小林 enters a paper list by the keyboard over plain http, each with the time it was received at', async () => {
  const page = await city.openAs('agent', '/log');
  await page.getByRole('link', { name: '批量补录（照纸质清单录入）' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '批量补录' }).waitFor();
  await expect.poll(() => focusedLabel(page)).toContain('补录原因');
  await page.keyboard.type(reason);
  await page.keyboard.press('Tab');
  await page.getByLabel('受理日期').fill('2026-11-01');
  await page.getByLabel('受理时间').focus();
  await type(page, list[0]);
  await expectClean(page, 'late-list');
  await page.keyboard.press('Control+Enter');
  await type(page, list[1]);
  // Whoever has turned back to a field of one line logs it by Enter.
  await page.getByLabel('姓名').focus();
  await page.keyboard.press('Enter');
  const entered = page.getByRole('region', { name: '本次已补录 2 件' });
  await entered.waitFor();
  expect(await entered.getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining('受理 11-01 23:40'),
    expect.stringContaining('受理 11-01 23:05'),
  ]);

  // The next outage of the list was on another day; what cannot be is said before it is sent.
  await page.getByLabel('受理日期').fill('2026-11-02');
  await page.getByLabel('受理时间').fill('1730');
  await page.getByLabel('诉求内容').fill('茶亭街垃圾未清运，气味很大。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('受理时间不能晚于现在').waitFor();
  expect(await focusedLabel(page)).toContain('受理时间');
  await expectClean(page, 'late-list-flaw');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0730');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '本次已补录 3 件' }).waitFor();

  await page.getByRole('region', { name: '本次已补录 3 件' }).getByRole('link').last().click();
  await page.getByRole('heading', { name: /五四路工地夜间施工/ }).waitFor();
  await page.getByText(`，原因：${reason}`).waitFor();
  await page.goBack();
  await page.getByRole('region', { name: '本次已补录 3 件' }).waitFor();

  const listed = await (await city.h.as('supervisor')).call('tickets', { query: { lateEntered: true } });
  expect(listed.items.map(({ receivedAt }) => receivedAt).sort()).toEqual([
    '2026-11-01T15:05:00.000Z',
    '2026-11-01T15:40:00.000Z',
    '2026-11-01T23:30:00.000Z',
  ]);
  expect(city.problems).toEqual([]);
  await page.close();
});

test('a place is taken from the list by Enter without sending the row, and brings its region', async () => {
  await (await city.h.as('agent')).call('logAppeal', {
    body: {
      ...{ channel: 'phone', kind: 'help', content: '市民反映，洋中路88号门口井盖破损。', address: '洋中路88号' },
      regionCode: '350103',
      citizen: { phone: '19900000302' },
    },
  });
  const page = await city.openAs('supervisor', '/log/late');
  await page.getByLabel('详细地址').fill('洋中路');
  await page.locator('.ant-select-item-option').filter({ hasText: '洋中路88号' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.late-row').getByText('台江区').waitFor();
  expect(await page.getByLabel('详细地址').inputValue()).toBe('洋中路88号');
  expect(await page.locator('.late-row .field-error').count()).toBe(0);
  await page.close();
});

test('a session that ends under the hand gives the rows back once, as they were', async () => {
  const page = await city.open('/log/late', 'supervisor');
  await signInAt(page, 'supervisor');
  const words = page.getByLabel('诉求内容');
  await words.fill('金山大道隔离栏');
  await page.getByText(/^已保存/).waitFor();
  await endSessionUnder(page, () => words.fill('金山大道隔离栏倒伏，影响通行。'));
  await page.getByLabel('用户名').waitFor();
  await signInAt(page, 'supervisor');
  await page.locator('.live-online').waitFor();
  await expect.poll(() => page.getByRole('form').count()).toBe(1);
  expect(await words.inputValue()).toBe('金山大道隔离栏倒伏，影响通行。');
  await page.getByLabel('补录原因').fill(reason);
  await page.getByLabel('受理时间').fill('0845');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '本次已补录 1 件' }).waitFor();
  await page.close();
});

test('what is refused comes back at its row on a telephone and at 200 %, and nothing is left for the next person', async () => {
  const page = await city.open('/log/late', 'agent');
  await signInAt(page, 'agent');
  await page.getByLabel('补录原因').fill(reason);
  await page.getByLabel('受理时间').fill('0830');
  await page.getByLabel('诉求内容').fill('洪山桥头路灯不亮，请尽快维修。');
  const refused = { status: 422, json: { code: 'invalid', message: '诉求内容有误，请核对后再次登记。' } };
  await page.route('**/api/appeals', (route) => route.fulfill(refused));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText('诉求内容有误').waitFor();
  const row = page.getByRole('form', { name: '未登记的一件' });
  expect(await row.getByLabel('诉求内容').inputValue()).toBe('洪山桥头路灯不亮，请尽快维修。');
  for (const [name, width, height] of [
    ['telephone', 390, 844],
    ['200', 683, 384],
    ['office', 1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectClean(page, `late-list-refused-${name}`);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect({ name, scrollWidth }).toEqual({ name, scrollWidth: clientWidth });
    expect(await covered(page)).toEqual([]);
  }
  await signOutAt(page);
  await expectNothingOf(page, reason, '洪山桥头');
  await signInAt(page, 'supervisor');
  await goTo(page, '/log/late');
  await page.getByLabel('补录原因').waitFor();
  await expectNothingOf(page, reason, '洪山桥头');
  await signOutAt(page);
  await signInAt(page, 'agent');
  await goTo(page, '/log/late');
  const back = page.getByRole('form', { name: '未登记的一件' });
  await back.waitFor();
  await page.unroute('**/api/appeals');
  await back.getByRole('button', { name: '登记，接着录下一件' }).click();
  await page.getByRole('region', { name: '本次已补录 1 件' }).waitFor();
  expect(city.problems).toEqual([]);
  await page.close();
});
