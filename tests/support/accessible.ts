import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.0, 2.1 and 2.2, A and AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Axe = { axe?: { run(where: string | Document, how: object): Promise<{ violations: axe.Result[] }> } };

/** The page as it stands now keeps WCAG 2 A and AA, with whatever is open on it; or one part of it does. */
export async function expectAccessible(page: Page, name: string, part?: string): Promise<void> {
  if (!(await page.evaluate(() => (window as Axe).axe !== undefined))) await page.evaluate(axe.source);
  const faults = await page.evaluate(
    async ({ where, runOnly }) => {
      // Only what is wrong is told, which takes half the time; the console has no frames and no sheets from elsewhere.
      const how = { runOnly, resultTypes: ['violations'], preload: false, iframes: false };
      const answer = await (window as Axe).axe?.run(where ?? document, how);
      if (!answer) throw new Error('axe is not there');
      return answer.violations.map((v) => `${v.id} ${v.nodes.map((n) => n.html).join(' ')}`);
    },
    { where: part, runOnly: levels },
  );
  expect(faults.map((fault) => `${name}: ${fault}`)).toEqual([]);
}
