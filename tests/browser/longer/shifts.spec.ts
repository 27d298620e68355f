import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserCity } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity({ days: 2 });
});
afterAll(() => city?.close());

/** A screen that jumps this much moves a button from under the pointer. */
const most = 0.02;

// The note of saving came into the row of buttons and lifted them while the agent was about to press one.
test.each([
  ['the log form', 'agent', '/log', '.log-actions'],
  ['the paper list', 'agent', '/log/late', '.late-list textarea'],
  ['a department’s desk', 'urban.head', '/desk/inbox', '[role=option]'],
  ['every ticket', 'dispatcher', '/desk/all', '[role=option]'],
  ['the board', 'manager', '/reports', '.card'],
  ['the figures', 'manager', '/reports/figures', 'table'],
])('%s stays where it was drawn', async (name, who, path, shown) => {
  const page = await watched(name, who, path);
  await page.locator(shown).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await jumps(page)).toEqual([]);
  await page.close();
});

test('a case that is opened comes at once, and stays', async () => {
  const page = await watched('a case', 'urban.head', '/desk/inbox');
  await page.getByRole('option').first().click();
  await page.locator('.case-header h2').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await jumps(page)).toEqual([]);
  await page.close();
});

test('what is typed is saved without moving the buttons', async () => {
  const page = await watched('typing', 'agent', '/log');
  await page.getByLabel('诉求内容').click();
  const top = () => page.locator('.log-actions .ant-btn-primary').evaluate((b) => b.getBoundingClientRect().top);
  const before = await top();
  await page.keyboard.type('五一路路灯不亮。');
  await page.getByText('已保存').waitFor();
  expect(await top()).toBe(before);
  expect(await jumps(page)).toEqual([]);
  await page.close();
});

/** A page that keeps count of what moves on it without anybody’s doing. */
async function watched(name: string, who: string, path: string): Promise<Page> {
  const page = await city.open('/browser', name, {}, await city.h.signIn(who));
  await page.addInitScript(observe);
  await page.goto(`${city.base}${path}`);
  return page;
}

type Shift = { readonly value: number; readonly startTime: number; readonly sources: readonly string[] };

function observe(): void {
  const seen: Shift[] = [];
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput')) continue;
      const sources: { node: Element | null }[] = Reflect.get(entry, 'sources');
      const names = sources.map(({ node }) => node?.className ?? '');
      seen.push({ value: Number(Reflect.get(entry, 'value')), startTime: entry.startTime, sources: names });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved since the page was there, by its class. */
const jumps = (page: Page) =>
  page.evaluate(async (limit) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const drawn = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const seen: Shift[] = Reflect.get(window, 'seen');
    return seen
      .filter(({ value, startTime }) => startTime > drawn && value > limit)
      .map(({ value, sources }) => `${value.toFixed(3)} ${sources}`);
  }, most);
