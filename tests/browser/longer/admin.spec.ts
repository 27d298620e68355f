import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '@hotline/server/app/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { expectAccessible } from '../../support/accessible.ts';
import { browserAddress, launch } from '../../support/browser.ts';
import { openHotline, type TestHotline } from '../../support/hotline.ts';

let h: TestHotline;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const shots = process.env['SCREENSHOTS'];

beforeAll(async () => {
  h = await openHotline({ now: new Date().toISOString(), days: 1, perDay: 6 });
  // The clock of the browser is the real one, and so must be the hotline's.
  Object.defineProperty(h.clock, 'now', { get: () => new Date().toISOString(), set: () => undefined });
  const server = await buildServer(h.hotline, { webRoot: inject('webRoot') });
  const base = browserAddress(await server.listen({ host: '127.0.0.1', port: 0 }));
  browser = await launch();
  if (shots) mkdirSync(shots, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (m) => {
    // 401 before signing in, 404 for a draft that does not exist and 409 for a refusal are answers, not faults.
    if (m.type() === 'error' && !/status of 40[149]/.test(m.text())) problems.push(m.text());
  });
  await page.goto(base);
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('hotline-demo');
  await page.keyboard.press('Enter');
  await page.getByText('在线').waitFor();
});
beforeEach(() => void problems.splice(0));
afterAll(async () => {
  await browser?.close();
  await h?.close();
});

async function clean(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  await expectAccessible(page, name);
}
const section = (name: string) =>
  page.getByRole('navigation', { name: '管理栏目' }).getByRole('link', { name, exact: true }).click();
const dialog = () => page.getByRole('dialog');
const press = (...keys: string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test('an administrator changes a day by keyboard, previews and corrects the clocks, and imports next year', async () => {
  await page.getByRole('heading', { name: '各规则的时限何时起为暂定' }).waitFor();
  await clean('admin-home');
  await section('工作日历');
  await page.locator('.day[tabindex="0"]').focus();
  await press('End', 'ArrowLeft', 'Enter');
  await dialog().waitFor();
  await page.getByRole('radio', { name: '放假' }).check();
  await dialog().getByLabel('名称').fill('台风停工');
  await clean('admin-day');
  await press('Enter');
  await page.getByText('有 1 处更改尚未保存').waitFor();
  await page.getByLabel('更改说明').fill('市防指〔2026〕18号');
  await clean('admin-calendar');
  await press('Enter');
  await page.getByText('第 2 版已生效').waitFor();
  await page.getByRole('button', { name: '预览受影响的时限' }).click();
  await page.getByText(/检查 \d+ 件未办结工单/).waitFor();
  await page.getByRole('button', { name: '导入全年安排' }).click();
  await dialog().waitFor();
  const days = page.getByRole('textbox', { name: '放假安排' });
  await days.fill('一、元旦：1月1日放假，共3天。');
  await page.getByRole('button', { name: '试导入' }).click();
  await page.getByText('有 1 处无法读取').waitFor();
  await days.fill('一、元旦：1月1日至3日放假，共3天。');
  await page.getByRole('button', { name: '试导入' }).click();
  await page.getByText('读到 3 天').waitFor();
  await clean('admin-import');
  await page.getByRole('button', { name: '导入并保存' }).click();
  await page.getByText('第 3 版已生效').waitFor();
  expect(problems).toEqual([]);
});

test('rules are reordered by keyboard, checked while edited, tried before they are saved', async () => {
  await section('时限规则');
  const help = page.getByRole('button', { name: '求助', exact: true });
  await help.focus();
  await press('Alt+ArrowUp');
  await page.getByText('「求助」已移到第 3 条').waitFor();
  expect(await help.evaluate((button) => button === document.activeElement)).toBe(true);
  await press('Enter');
  await dialog().waitFor();
  await clean('admin-rule');
  await dialog().getByLabel('办理', { exact: true }).fill('1');
  await press('Enter');
  await page.getByText('「求助」办理：3 工作日 → 1 工作日').waitFor();
  await page.getByRole('button', { name: '删除 投诉、举报', exact: true }).click();
  await page.getByText('种情形没有适用的规则').waitFor();
  await page.getByRole('region', { name: '哪条规则适用于此件，为什么' }).getByLabel('诉求类型').selectOption('help');
  await page.getByText('求助：适用').waitFor();
  await clean('admin-rules');
  await page.getByRole('button', { name: '放弃更改' }).click();
  expect(problems).toEqual([]);
});

test('rules a colleague saved meanwhile are shown before anything is saved over them', async () => {
  const change = async (handling: string) => {
    await page.getByRole('button', { name: '求助', exact: true }).press('Enter');
    await dialog().getByLabel('办理', { exact: true }).fill(handling);
    await press('Enter');
    await page.getByText(`「求助」办理：3 工作日 → ${handling} 工作日`).waitFor();
  };
  await section('时限规则');
  await change('2');
  const colleague = await h.as('admin');
  const { rules: now } = await colleague.call('rules', { query: {} });
  const rules = now.rules.map((rule) => (rule.name === '咨询' ? { ...rule, name: '咨询类' } : rule));
  expect(rules).not.toEqual(now.rules);
  const after = await colleague.call('saveRules', { body: { version: now.version, rules } });
  const save = page.getByRole('button', { name: '保存为新版本', exact: true });
  await save.click();
  // Refused, and told apart in place: the colleague's change is among the differences, nothing typed is lost.
  await page.getByText(`现行已是第 ${after.rules.version} 版`).waitFor();
  await page.getByText('有 2 处更改尚未保存').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await clean('admin-rules-behind');
  await page.getByRole('button', { name: '放弃更改' }).click();
  await page.getByRole('button', { name: '咨询类', exact: true }).waitFor();
  // The draft of an earlier day is told so as soon as the page is opened, and goes on only when that was seen.
  await change('2');
  const newer = await colleague.call('saveRules', { body: { version: after.rules.version, rules: now.rules } });
  await page.waitForTimeout(1000);
  await page.reload();
  await page.getByText(`现行已是第 ${newer.rules.version} 版`).waitFor();
  await page.getByRole('button', { name: '已核对，以现行版本为基础' }).click();
  await save.click();
  await page.getByText(`已保存为第 ${newer.rules.version + 1} 版`).waitFor();
  expect(problems).toEqual([]);
});

test('people, departments and the audit are looked after without a mouse trap or a lock-out', async () => {
  await section('人员与权限');
  await page.getByRole('button', { name: '权限 话务员小林' }).click();
  await dialog().waitFor();
  await clean('admin-rights');
  await press('Escape');
  await page.getByRole('button', { name: '停用 系统管理员' }).click();
  await dialog().getByRole('button', { name: '停用' }).click();
  await page.getByText('不能停用自己的账号').waitFor();
  await press('Escape');
  await section('承办单位');
  await page.getByRole('button', { name: '新增承办单位' }).click();
  await dialog().waitFor();
  await clean('admin-department');
  await press('Escape');
  await section('审计');
  await page.getByText('市防指〔2026〕18号').first().waitFor();
  await clean('admin-audit');
  expect(problems).toEqual([]);
});
