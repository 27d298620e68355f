import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserCity, rowOf } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
const titles = ['福新东路工地夜间施工噪音', '连江北路小区早上突然停水'];
beforeAll(async () => {
  city = await openBrowserCity();
  const agent = await city.h.as('agent');
  const received = new Date(Date.parse(city.h.clock.now) - 3 * 3_600_000).toISOString();
  for (const title of titles)
    await agent.call('logAppeal', {
      body: {
        ...{ channel: 'phone', kind: 'complaint', title, categoryId: 'c020501', regionCode: '350111' },
        content: `市民来电反映，${title}，请尽快处理。`,
        citizen: { name: '陈女士', phone: '19900004301' },
        lateEntry: { receivedAt: received, reason: '上午系统停机' },
      },
    });
});
afterAll(() => city?.close());

/** What the browser puts on paper: its pages, and of the page on screen the text that is drawn for it. */
async function printed(page: Page) {
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const shown = [...document.body.children].filter((x) => x instanceof HTMLElement && x.matches('.sheets'));
      document.documentElement.dataset['printed'] = shown.map((x) => x.textContent).join('');
    });
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return {
    pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    sizes: [
      ...new Set(
        [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
          (m) => `${Math.round(Number(m[1]))}×${Math.round(Number(m[2]))}`,
        ),
      ),
    ],
    text: (await page.evaluate(() => document.documentElement.dataset['printed'])) ?? '',
  };
}

test('a ticket prints as one sheet of A4 that lists what it prints, and a selection as a sheet each', async () => {
  const page = await city.openAs('dispatcher', '/desk/dispatch?sort=received&lateEntered=true');
  for (const title of titles) await rowOf(page, title).waitFor();
  await page.getByRole('option').first().click();
  await page.getByRole('heading', { name: new RegExp(titles.join('|')), level: 2 }).waitFor();
  expect(await page.locator('.queue-row .flag', { hasText: '补录' }).count()).toBe(2);
  const one = await printed(page);
  expect(one).toMatchObject({ pages: 1, sizes: ['595×842'] });
  expect(one.text).toContain('工单办理单');
  expect(one.text).toContain('上午系统停机');
  expect(one.text).toContain('补录诉求');
  for (const word of ['剩 ', '建议', '复制', '聚集']) expect(one.text).not.toContain(word);

  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', 'yes');
  });
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  const bar = page.getByRole('region', { name: '批量办理' });
  await bar.getByRole('button', { name: '打印' }).click();
  await page.locator('html[data-asked]').waitFor();
  const both = await printed(page);
  expect(both).toMatchObject({ pages: 2, sizes: ['595×842'] });
  for (const title of titles) expect(both.text).toContain(title);
});
