import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
  await catchUp(city.h.hotline, finder);
  const agent = await city.h.as('agent');
  for (let i = 1; i <= 5; i++)
    await agent.call('logAppeal', {
      body: {
        channel: 'phone',
        kind: 'complaint',
        title: `福橘新村${i}号楼停水`,
        content: `市民来电反映，福橘新村${i}号楼今天早上突然停水，没有看到停水通知，家里有老人不方便，请尽快恢复供水。`,
        categoryId: 'c020501',
        address: '福橘新村',
        citizen: { name: '陈女士', phone: `1990000410${i}` },
      },
    });
  await catchUp(city.h.hotline, finder);
});
afterAll(() => city?.close());

test('小林 takes a suggestion by key while writing, sees that it is known already, and adds to the open ticket', async () => {
  const page = await city.openAs('agent', '/log');
  const content = page.getByLabel('诉求内容');
  await content.focus();
  await page.keyboard.type('市民来电反映，福橘新村6号楼今天早上突然停水，没有看到停水通知，请尽快恢复供水。');
  const suggestions = page.getByRole('region', { name: '分类建议' });
  await suggestions.getByRole('button').first().waitFor();
  await page.getByRole('region', { name: '可能重复 5 件' }).waitFor();
  await expectClean(page, 'log-help');
  await page.keyboard.press('Alt+1');
  await suggestions.locator('[aria-pressed="true"]').waitFor();
  expect(await content.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await content.inputValue()).not.toContain('1');
  await page.getByRole('button', { name: '追加到该件' }).first().click();
  await page.getByText(/将追加到工单 \d{11}/).waitFor();
  expect(city.problems).toEqual([]);
});

test('the dispatcher is told of five citizens with one matter, opens their tickets, and keeps the search as a view', async () => {
  const page = await city.openAs('dispatcher');
  const alert = page.getByRole('region', { name: '热点提醒' });
  await alert.getByText(/热点：福橘新村.*5 人反映（5 件）/).waitFor();
  await alert.getByRole('button', { name: '查看工单' }).click();
  await page.locator('.hit').nth(4).waitFor();
  expect(await page.locator('.hit mark').first().textContent()).toBe('福橘新村');
  await page.getByLabel('视图名称').fill('福橘新村停水');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '福橘新村停水 5' }).waitFor();
  await expectClean(page, 'search');
  await alert.getByRole('button', { name: '已知悉' }).click();
  await alert.waitFor({ state: 'detached' });
  expect(city.problems).toEqual([]);
});
