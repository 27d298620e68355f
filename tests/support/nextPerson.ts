import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses 退出 as A does, at a page that is not loaded again. */
export async function signOutAt(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByLabel('用户名').waitFor();
}

/** B signs in at the page that stands, wherever its address is. */
export async function signInAt(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('hotline-demo');
  await page.keyboard.press('Enter');
}

/** The session ends on the server without a word to the page. */
export const endSessionOf = (page: Page) => page.context().clearCookies();

/** As `endSessionOf`, while something is typed: the server is out of reach meanwhile, so no saved draft tells the page first. */
export async function endSessionUnder(page: Page, type: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await type();
  await endSessionOf(page);
  await page.context().setOffline(false);
}

/**
 * Nothing of these words is anywhere in the page: not drawn, not hidden, not in a field, its title, its address, nor in what
 * the browser keeps.
 */
export async function expectNothingOf(page: Page, ...words: string[]): Promise<void> {
  const all = await everythingIn(page);
  expect(words.filter((word) => all.includes(word))).toEqual([]);
}

export const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return [
      document.documentElement.outerHTML,
      document.title,
      decodeURIComponent(location.href),
      ...fields.map((field) => field.value),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n');
  });

/** Whose keys this browser holds, beside the computer's own. */
export const keysOfPeople = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('hotline.computer/')));

/** Goes to another address of the console as a link in it would, without loading the page again. */
export const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
