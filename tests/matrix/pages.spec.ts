import type { Role } from '@hotline/shared/people/actor';
import type { Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Page, type PageName, pages } from '../../web/src/pages.ts';
import { openBrowserCity } from '../support/browserCity.ts';
import { covered } from '../support/controls.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity({ days: 2 });
});
afterAll(() => city?.close());

/** One of the demo people for each role, whoever does most first. */
const usernames: readonly (readonly [Role, string])[] = [
  ['dispatcher', 'dispatcher'],
  ['agent', 'agent'],
  ['departmentHead', 'urban.head'],
  ['reviewer', 'reviewer'],
  ['callbackAgent', 'callback'],
  ['supervisor', 'supervisor'],
  ['manager', 'manager'],
  ['administrator', 'admin'],
];
/** The screen offices have, as it is and zoomed in, and a telephone held upright. In px of the page. */
const screens = [
  { screen: '100 %', width: 1366, height: 768 },
  { screen: '125 %', width: 1093, height: 614 },
  { screen: '150 %', width: 911, height: 512 },
  { screen: '200 %', width: 683, height: 384 },
  { screen: 'a telephone', width: 390, height: 844 },
] as const;

const names = Object.keys(pages) as PageName[];

test.each(names)(
  '%s fits 1366 × 768 at every zoom and a telephone: nothing hangs over, hides or is covered',
  async (name) => {
    const page: Page = pages[name];
    const [, username = ''] = usernames.find(([role]) => page.who.includes(role)) ?? [];
    const shown = await city.open(page.path.replace('/:id?', ''), name, {}, await city.h.signIn(username));
    await shown.locator('#page').locator('h1, h2, h3, [role=option], table').first().waitFor({ state: 'attached' });
    const faults: string[] = [];
    for (const { screen, width, height } of screens) {
      await shown.setViewportSize({ width, height });
      await shown.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const found = [...(await hangingOver(shown)), ...(await covered(shown)), ...(await outOfReach(shown))];
      faults.push(...found.map((fault) => `${screen}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await shown.close();
  },
);

test('on a telephone a ticket has the screen to itself, what waits is in reach, and one link leads back to the list', async () => {
  const screen = { viewport: { width: 390, height: 844 } };
  const head = await city.open('/desk/inbox', 'a head', screen, await city.h.signIn('urban.head'));
  const first = head.getByRole('option').first();
  await first.click();
  const title = head.locator('.case-header h2');
  await title.waitFor();
  expect(await first.isVisible()).toBe(false);
  const actions = head.getByRole('toolbar').locator('.ant-btn-primary');
  for (const shown of [title, actions]) {
    const { x, y, width, height } = (await shown.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect([x >= 0, y >= 0, x + width <= 390, y + height <= 844]).toEqual([true, true, true, true]);
  }
  await head.getByRole('link', { name: '返回列表' }).click();
  await first.waitFor();
  expect(await title.isVisible()).toBe(false);
  await head.close();
});

test('on a telephone the bar above every page takes two lines, and offers no keys to a finger', async () => {
  const screen = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const agent = await city.open('/log', 'an agent', screen, await city.h.signIn('agent'));
  const bar = agent.locator('.top-bar');
  await bar.waitFor();
  const lines = await bar.locator('> *:not(.skip)').evaluateAll((parts) => {
    const shown = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
    const middles = shown.map(({ top, height }) => top + height / 2).toSorted((a, b) => a - b);
    return middles.filter((middle, i) => i === 0 || middle - (middles[i - 1] ?? 0) > 8).length;
  });
  expect(lines).toBe(2);
  expect(await agent.getByRole('button', { name: '快捷键' }).isVisible()).toBe(false);
  expect(await agent.locator('kbd:visible').count()).toBe(0);
  await agent.close();
});

test('the board cuts no figure at any zoom or on a telephone', async () => {
  const board = await city.open('/reports', 'a manager', {}, await city.h.signIn('manager'));
  await board.locator('.card').first().waitFor();
  for (const { width, height } of screens) {
    await board.setViewportSize({ width, height });
    const cut = await board.locator('.card, .tile').evaluateAll((cards) => {
      return cards.filter((card) => card.scrollWidth > card.clientWidth).map((card) => card.textContent);
    });
    expect(cut).toEqual([]);
  }
  await board.close();
});

test('zoomed in to 200 % nothing lies over the line an agent is writing', async () => {
  const screen = { viewport: { width: 683, height: 384 } };
  const agent = await city.open('/log', 'an agent', screen, await city.h.signIn('agent'));
  const content = agent.getByLabel('诉求内容');
  await content.click();
  for (const line of Array.from({ length: 5 }, (_, i) => `第${i}行`)) {
    await agent.keyboard.type(line);
    await agent.keyboard.press('Enter');
  }
  const over = await content.evaluate((field) => {
    const { left, right, top } = field.getBoundingClientRect();
    // Where the sixth line stands, of text of 27 px a line.
    const found = document.elementFromPoint((left + right) / 2, top + 5.5 * 27);
    return found === field ? null : (found?.className ?? 'outside the window');
  });
  expect(over).toBeNull();
  await agent.close();
});

/** What makes the whole page wider than its window. */
const hangingOver = (page: BrowserPage) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [`${scrollWidth} px wide in a window of ${clientWidth} px`];
  });

/** Links of the rail, primary buttons and text fields that no scrolling brings into the window. */
const outOfReach = (page: BrowserPage) =>
  page.evaluate(() => {
    const wanted = document.querySelectorAll<HTMLElement>(
      '.rail a, .ant-btn-primary, #page input[type=text], #page textarea',
    );
    return [...wanted].flatMap((element) => {
      if (!element.checkVisibility()) return [];
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      const isInside = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      const hit = isInside ? document.elementFromPoint(x, y) : null;
      // A column squeezed to a sliver is no way to reach what stands in it.
      const isReached = width >= 16 && hit !== null && (element.contains(hit) || hit.contains(element));
      return isReached ? [] : [`${element.tagName} ${element.textContent?.trim() || element.id}`];
    });
  });
