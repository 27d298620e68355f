import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity } from '../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const phone = { viewport: { width: 390, height: 844 } };
const matter = '五四路工地凌晨两点还在施工，噪声很大，希望尽快制止。';

test.each([
  ['with scripts', true],
  ['without JavaScript', false],
])('a citizen files on a phone %s, follows with number and code, urges and rates', async (_, javaScriptEnabled) => {
  const page = await city.open('/portal', 'citizen', { ...phone, javaScriptEnabled });
  await page.getByRole('button', { name: '长者模式' }).click();
  await page.getByRole('button', { name: '退出长者模式' }).waitFor();
  if (javaScriptEnabled) await expectClean(page, 'portal');
  await page.getByRole('navigation').getByRole('link', { name: '提交诉求' }).click();

  // Something left out is said at the top and beside the field, and nothing typed is lost.
  await go(page, '继续');
  await page.getByRole('heading', { name: '请先处理以下问题' }).waitFor();
  expect(await page.title()).toContain('错误：');
  await page.getByRole('radio', { name: /投诉/ }).check();
  await go(page, '继续');
  await page.getByLabel('诉求内容').fill('吵');
  await go(page, '继续');
  await page.getByText('诉求内容请至少写 5 个字').first().waitFor();
  expect(await page.getByLabel('诉求内容').inputValue()).toBe('吵');
  await page.getByLabel('诉求内容').fill(matter);
  await page.getByLabel('详细地点').fill('五四路128号');
  await go(page, '继续');
  await page.getByRole('radio', { name: /实名/ }).check();
  await page.getByLabel('怎么称呼您').fill('陈女士');
  await page.getByLabel('联系电话').fill('１９９ 0000 1234');
  await go(page, '继续');
  if (javaScriptEnabled) await expectClean(page, 'portal-check');
  await go(page, '提交诉求');

  await page.getByRole('heading', { name: '诉求已提交' }).waitFor();
  const number = (await page.locator('#number').textContent()) ?? '';
  const code = (await page.locator('#code').textContent()) ?? '';
  expect(number).toMatch(/^\d{11}$/);
  expect(await page.locator('.promise').textContent()).toMatch(/\d+月\d+日/);
  if (javaScriptEnabled) await expectClean(page, 'portal-receipt');

  // Another day, on another device: number and code, not one without the other.
  const later = await city.open('/portal/progress', 'citizen', { ...phone, javaScriptEnabled });
  const lookUp = async (secret: string) => {
    await later.getByLabel('诉求编号').fill(number);
    await later.getByLabel('查询码').fill(secret);
    await go(later, '查询');
  };
  await lookUp('AAAAAAAA');
  await later.locator('.summary').waitFor();
  expect(await later.getByLabel('诉求编号').inputValue()).toBe(number);
  await lookUp(code);
  await later.getByRole('heading', { level: 1 }).filter({ hasText: '施工' }).waitFor();
  if (javaScriptEnabled) await expectClean(later, 'portal-progress');

  await later.getByText('催办', { exact: true }).click();
  await later.getByLabel('催办说明').fill('今晚又施工了。');
  await go(later, '确认催办');
  await later.getByText('已经替您催办').waitFor();

  await answer(number);
  await go(later, '刷新进展');
  await later.getByText('您好，夜间施工已依法制止。').first().waitFor();
  await later
    .getByRole('group', { name: /解决了吗/ })
    .getByRole('radio')
    .first()
    .check();
  await later
    .getByRole('group', { name: /满意吗/ })
    .getByRole('radio')
    .first()
    .check();
  if (javaScriptEnabled) await expectClean(later, 'portal-answered');
  await go(later, '提交评价');
  await later.getByText('已收到您的评价，谢谢您。').waitFor();
  expect(city.problems).toEqual([]);
});

const go = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

/** 城管委 handles it: sent, signed for, answered, accepted. */
async function answer(number: string): Promise<void> {
  const { h } = city;
  const dispatcher = await h.as('dispatcher');
  const { items } = await dispatcher.call('tickets', { query: { q: number } });
  const { id, version } = items[0] ?? { id: '', version: 0 };
  const sent = await dispatcher.act(id, 'dispatch', version, { leadId: 'urban', assistIds: [] });
  const dispatch = sent.dispatches[0]?.id ?? '';
  const clerk = await h.as('urban');
  const signed = await clerk.act(id, 'sign', sent.dispatches[0]?.version ?? 0, { dispatchId: dispatch });
  const replied = await clerk.act(id, 'reply', signed.dispatches[0]?.version ?? 0, {
    dispatchId: dispatch,
    contactedBy: 'phone',
    actuality: 'confirmed',
    solved: 'solved',
    handling: '执法队员当晚到场制止施工并立案。',
    publicReply: '您好，夜间施工已依法制止。',
  });
  const head = await h.as('urban.head');
  const approved = await head.act(id, 'approveReply', replied.dispatches[0]?.version ?? 0, { dispatchId: dispatch });
  const reviewer = await h.as('reviewer');
  await reviewer.act(id, 'acceptReply', approved.dispatches[0]?.version ?? 0, { dispatchId: dispatch });
}
