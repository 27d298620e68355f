import type { Page } from 'playwright-core';
import { expectClean } from './browserCity.ts';

/** What opens something: lists of choices, menus, and whatever says that it unfolds. */
const openers = '[role=combobox]:visible, [aria-haspopup]:visible, button[aria-expanded=false]:visible';
const opened =
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden), [role=dialog], [role=menu], .more-list, .action-panel';

/**
 * Opens each of a page's lists, menus and forms once, or of one part of it, and looks at what opened; the
 * journeys look at the pages around it. Alike
 * ones (the same element with the same classes) count once. Returns how many there were.
 */
export async function expectOpenClean(page: Page, name: string, part = 'body'): Promise<number> {
  const looked = new Set<string>();
  const isOpen = page.locator(part === 'body' ? opened : opened.replace(`, ${part}`, '')).first();
  for (const opener of await page.locator(part).locator(openers).all()) {
    const kind = await opener.evaluate((e) => `${e.tagName} ${e.closest('[class*=select]')?.className ?? e.className}`);
    if (looked.has(kind)) continue;
    looked.add(kind);
    await opener.click({ force: true });
    await isOpen.waitFor({ timeout: 5_000 }).catch(async () => {
      throw new Error(`${name}: ${await opener.textContent()} (${kind}) opened nothing`);
    });
    await expectClean(page, `${name}-open-${looked.size}`, opened);
    await page.keyboard.press('Escape');
    await isOpen.waitFor({ state: 'hidden', timeout: 5_000 });
  }
  return looked.size;
}

export async function expectDialogClean(page: Page, name: string, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog').waitFor();
  await expectClean(page, `${name}-dialog`, '[role=dialog]');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
