import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { buildServer } from '@hotline/server/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let browser: Browser;
let base: string;
const problems: string[] = [];
const shots = process.env['SCREENSHOTS'];

beforeAll(async () => {
  h = await openHotline({ now: new Date().toISOString(), days: 2, perDay: 10 });
  // The clock of the browser is the real one, and so must be the hotline's.
  Object.defineProperty(h.clock, 'now', { get: () => new Date().toISOString(), set: () => undefined });
  const server = await buildServer(h.hotline, {
    webRoot: join(import.meta.dirname, '../../web/dist'),
    requestsPerMinute: 100_000,
  });
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await launch();
  if (shots) mkdirSync(shots, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await h?.close();
});

async function openAs(username: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${username}: ${error.message}`));
  page.on('console', (m) => {
    // 401 before signing in and 404 for a draft that does not exist are answers, not faults.
    if (m.type() === 'error' && !/status of 40[14]/.test(m.text())) problems.push(`${username}: ${m.text()}`);
  });
  await page.goto(base);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('hotline-demo');
  await page.keyboard.press('Enter');
  await page.getByText('在线').waitFor();
  return page;
}

async function clean(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map((v) => `${name}: ${v.id} ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

const row = (page: Page, title: string) => page.getByRole('option').filter({ hasText: title });

test('the whole story across five signed-in people, live, without a reload', async () => {
  const title = '五一北路88号门口自来水管爆裂';
  const dispatcher = await openAs('dispatcher');
  const clerk = await openAs('watergroup');
  const reviewer = await openAs('reviewer');
  const callback = await openAs('callback');
  const agent = await openAs('agent');

  // The agent logs by keyboard alone; the first focus is the appeal itself.
  await clean(agent, 'log');
  await agent.keyboard.type(`市民来电反映，${title}，路面大量冒水，请尽快抢修。`);
  await agent.getByLabel('来电号码').fill('19900001234');
  await agent.getByLabel('姓名').fill('陈建国');
  await agent.getByLabel('标题').fill(title);
  await agent.keyboard.press('Control+Enter');
  await agent.getByText('查询码').first().waitFor();
  await clean(agent, 'logged');

  // The dispatcher's queue hears of it; the list waits to be asked.
  await dispatcher.getByRole('button', { name: /有 \d+ 条新件/ }).click();
  await row(dispatcher, title).click();
  await dispatcher.getByRole('toolbar').getByRole('button', { name: '派单' }).click();
  await dispatcher.getByLabel('主办单位').click();
  await dispatcher.keyboard.type('水务集团');
  await dispatcher.keyboard.press('Enter');
  await clean(dispatcher, 'dispatch');
  await dispatcher.getByRole('button', { name: '确认派单' }).click();

  // The department signs and replies.
  await clerk.getByRole('button', { name: /有 \d+ 条新件/ }).click();
  await row(clerk, title).click();
  await clerk.getByRole('toolbar').getByRole('button', { name: '签收' }).click();
  await clerk
    .getByRole('navigation')
    .getByRole('link', { name: /办理中/ })
    .click();
  await row(clerk, title).click();
  await clerk.getByRole('toolbar').getByRole('button', { name: '答复', exact: true }).click();
  await clerk.getByRole('radio', { name: '电话' }).check();
  await clerk.getByRole('radio', { name: '属实', exact: true }).check();
  await clerk.getByRole('radio', { name: '已解决', exact: true }).check();
  await clerk.getByRole('textbox', { name: '办理情况' }).fill('已派抢修队到场，更换破损管段，恢复供水。');
  await clerk.getByRole('textbox', { name: '公开答复' }).fill('您好，您反映的爆管已抢修完毕，恢复供水。感谢您的监督。');
  await clean(clerk, 'reply');
  await clerk.getByRole('button', { name: '确认答复' }).click();

  // The reviewer accepts.
  await reviewer.getByRole('button', { name: /有 \d+ 条新件/ }).click();
  await row(reviewer, title).click();
  await reviewer.getByRole('toolbar').getByRole('button', { name: '采纳答复' }).click();
  await clean(reviewer, 'review');
  await reviewer.getByRole('button', { name: '确认采纳答复' }).click();

  // The callback agent asks whether it was solved.
  await callback.getByRole('button', { name: /有 \d+ 条新件/ }).click();
  await row(callback, title).click();
  await callback.getByRole('toolbar').getByRole('button', { name: '回访' }).click();
  await clean(callback, 'callback');

  // The manager's board opens exactly the tickets behind its figure.
  const manager = await openAs('manager');
  await manager.getByRole('heading', { name: '及时回复率' }).first().waitFor();
  await clean(manager, 'board');
  await manager.getByRole('button', { name: /^承办单位及时回复率/ }).click();
  await manager.getByRole('heading', { name: '承办单位及时回复率' }).waitFor();
  await manager.getByRole('button', { name: /^在办总量/ }).click();
  await manager.getByRole('dialog').getByRole('link').first().waitFor();
  await clean(manager, 'behind-a-figure');
  await manager.keyboard.press('Escape');
  await manager.getByRole('link', { name: '全部指标' }).click();
  await manager.getByRole('link', { name: '首派准确率' }).waitFor();
  await clean(manager, 'figures');
  await manager.getByRole('link', { name: '月度通报' }).click();
  await manager.getByRole('button', { name: '发布' }).waitFor();
  await clean(manager, 'bulletin');
  expect(problems).toEqual([]);
});

test('a citizen files on the web without JavaScript and follows it with number and code', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(`${base}/portal`);
  expect(await page.title()).toContain('12345');
  if (shots) await page.screenshot({ path: join(shots, 'portal.png') });
});
