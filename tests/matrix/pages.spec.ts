import type { Role } from '@hotline/shared/people/actor';
import type { Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Page, type PageName, pages } from '../../web/src/pages.ts';
import { openBrowserCity } from '../support/browserCity.ts';

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
/** A screen of 1366 × 768 at 200 %, and a telephone held upright. */
const screens = [
  { screen: '200 %', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
  { screen: '390 px', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
] as const;

const cases = (Object.entries(pages) as [PageName, Page][]).flatMap(([name, page]) =>
  screens.map((screen) => ({ name, page, ...screen })),
);

test.each(cases)(
  '$name fits $screen: nothing hangs over the edge, what is pressed first can be reached',
  async (look) => {
    const { page, name, screen, viewport, deviceScaleFactor } = look;
    const [, username = ''] = usernames.find(([role]) => page.who.includes(role)) ?? [];
    const cookie = await city.h.signIn(username);
    const shown = await city.open(
      page.path.replace('/:id?', ''),
      `${name} ${screen}`,
      { viewport, deviceScaleFactor },
      cookie,
    );
    await shown.locator('#page').locator('h1, h2, h3, [role=option], table').first().waitFor({ state: 'attached' });
    expect(await hangingOver(shown)).toEqual([]);
    expect(await outOfReach(shown)).toEqual([]);
    await shown.close();
  },
);

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
