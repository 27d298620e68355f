import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '@hotline/server/app/server';
import iconv from 'iconv-lite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible } from '../../support/accessible.ts';
import { browserAddress, launch } from '../../support/browser.ts';
import { openHotline, type TestHotline } from '../../support/hotline.ts';

let h: TestHotline;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const shots = process.env['SCREENSHOTS'];

beforeAll(async () => {
  h = await openHotline({ now: new Date().toISOString() });
  // The clock of the browser is the real one, and so must be the hotline's.
  Object.defineProperty(h.clock, 'now', { get: () => new Date().toISOString(), set: () => undefined });
  const server = await buildServer(h.hotline, { webRoot: inject('webRoot') });
  const base = browserAddress(await server.listen({ host: '127.0.0.1', port: 0 }));
  browser = await launch();
  if (shots) mkdirSync(shots, { recursive: true });
  const size = { width: 1366, height: 768 };
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 40[0149]/.test(m.text())) problems.push(m.text());
  });
  await page.goto(base);
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('hotline-demo');
  await page.keyboard.press('Enter');
  await page.getByText('在线').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await h?.close();
});

async function clean(name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  await expectAccessible(page, name);
}

const file = iconv.encode(
  [
    '福州市 12345 工单导出,,,,,,,',
    '工单编号,受理时间,诉求内容,联系电话,诉求类型,承办单位,办理状态,答复内容,办结时间',
    'M1,2026-09-01 9:30,五一路口路灯三天不亮。,13900001234,投诉,市水务集团,已办结,已修复。,2026年9月3日 下午4时',
    'M2,2026-10-28 09:30,福马路井盖破损，请处理。,找老王,其他类,市水务集团,办理中,,',
    'M3,2026-02-30,内容内容内容。,,咨询,市水务集团,已办结,好的。,2026-03-01',
  ].join('\r\n'),
  'gbk',
);

test('an administrator brings a file of the old system in by keyboard and takes it back', async () => {
  await page.getByRole('link', { name: '管理', exact: true }).click();
  const sections = page.getByRole('navigation', { name: '管理栏目' });
  await sections.getByRole('link', { name: '历史数据导入' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('选择文件').setInputFiles({ name: '旧工单.csv', mimeType: 'text/csv', buffer: file });
  await page.getByText('共 3 行、9 列，表头在第 2 行。').waitFor();
  await page.getByText('GB18030（GBK、GB2312）').first().waitFor();
  await page.getByText('诉求类型有 1 个词没有对应的值').waitFor();
  await page.getByRole('cell', { name: '2026-09-03 16:00' }).waitFor();
  await clean('migration-open');

  // The one question is answered by keyboard.
  await page.getByLabel('其他类', { exact: true }).focus();
  await page.keyboard.type('求助');
  await page.keyboard.press('Enter');
  await page.getByText('诉求类型有 1 个词没有对应的值').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '试运行（不写入）' }).press('Enter');
  await page.getByText('共 3 行：可导入 2 行（其中在办 1 行），此前已导入 0 行，不导入 1 行。').waitFor();
  await clean('migration-tried');

  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await clean('migration-narrow');
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByRole('button', { name: '导入 2 行' }).press('Enter');
  await page.getByText('共 3 行：已导入 2 行（其中在办 1 行），此前已导入 0 行，未导入 1 行。').waitFor();
  await clean('migration-done');
  await page.getByRole('button', { name: '撤销这次导入' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).press('Enter');
  await page.getByText('已撤销 2 件，因已有人办理而保留 0 件。').waitFor();
  await page.getByRole('button', { name: '返回列表' }).press('Enter');
  await page.getByRole('rowheader', { name: '旧工单.csv' }).waitFor();
  await clean('migration-list');
  expect(problems).toEqual([]);
}, 240_000);
