import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press } from '../support/browserCity.ts';
import {
  endSessionUnder,
  everythingIn,
  expectNothingOf,
  goTo,
  keysOfPeople,
  signInAt,
  signOutAt,
} from '../support/nextPerson.ts';
import { matter, online, openNextPersonCity, sentMatter, words } from '../support/nextPersonCity.ts';

let city: Awaited<ReturnType<typeof openNextPersonCity>>;
const notHere = '没有这件工单，或您无权查看。';
/** A clerk begins at his own inbox, wherever the person before him was. */
const atFirstPage = (page: Page) => page.waitForURL(/\/desk\/inbox(?:[?/]|$)/);

beforeAll(async () => {
  city = await openNextPersonCity();
});
afterAll(() => city?.close());

test('the ticket A had open is not on the screen of B, neither before nor after the server says 404', async () => {
  const page = await city.openFresh('urban', `/desk/inbox/${city.sentId}`);
  await page.locator('.case').getByText(sentMatter).first().waitFor();
  await signOutAt(page);
  await expectNothingOf(page, sentMatter);
  expect(await keysOfPeople(page)).toEqual([]);

  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    void page.route(`**/api/tickets/${city.sentId}`, async (route) => {
      resolve();
      await new Promise<void>((go) => {
        answer = go;
      });
      await route.continue();
    });
  });
  await signInAt(page, 'watergroup');
  await atFirstPage(page);
  await expectNothingOf(page, sentMatter);
  await goTo(page, `/desk/inbox/${city.sentId}`);
  await asked;
  await expectNothingOf(page, sentMatter);
  answer();
  await page.getByText(notHere).waitFor();
  await expectNothingOf(page, sentMatter);
  expect(page.url()).toContain(city.sentId);
  await page.close();
});

test('a session that ends under the hand hides the page, and gives the words back to the same person alone', async () => {
  const page = await city.openFresh('dispatcher', `/desk/all/${city.ticketId}`);
  await press(page, '派单');
  await words(page).fill('请现场');
  await endSessionUnder(page, () => words(page).fill('请现场核实，并于今日内回复。'));
  await page.getByLabel('用户名').waitFor();
  expect(await page.locator('.frame').isVisible()).toBe(false);
  expect(await page.getByText(matter).first().isVisible()).toBe(false);
  expect(await keysOfPeople(page)).toEqual([]);
  await signInAt(page, 'dispatcher');
  await online(page);
  expect(await words(page).inputValue()).toBe('请现场核实，并于今日内回复。');

  await endSessionUnder(page, () => words(page).fill('只给本人看的话。'));
  await page.getByLabel('用户名').waitFor();
  await signInAt(page, 'watergroup');
  await online(page);
  await atFirstPage(page);
  await expectNothingOf(page, matter, '请现场', '只给本人看的话');
  const kept = await (await city.h.as('watergroup')).call('getDraft', { params: { key: `dispatch-${city.ticketId}` } });
  expect(kept).toEqual({ draft: null });
  await signOutAt(page);
  await signInAt(page, 'dispatcher');
  await online(page);
  expect(await everythingIn(page)).not.toContain('只给本人看的话');
  await page.close();
});

test('of two tabs the other is emptied when A signs out in one, and becomes B’s when B signs in there', async () => {
  const one = await city.openFresh('dispatcher', `/desk/all/${city.ticketId}`);
  const two = await one.context().newPage();
  await two.goto(`${city.base}/desk/all/${city.ticketId}`);
  for (const page of [one, two]) await page.locator('.case').getByText(matter).first().waitFor();
  await press(two, '派单');
  await words(two).fill('另一个页签里写的话。');
  await signOutAt(one);
  await two.getByLabel('用户名').waitFor();
  for (const page of [one, two]) await expectNothingOf(page, matter, '另一个页签里写的话');

  await signInAt(one, 'watergroup');
  await atFirstPage(one);
  await online(two);
  await atFirstPage(two);
  await expectNothingOf(two, matter, '另一个页签里写的话');

  // Signed in as another in one tab, while the other still stands as it was: its words do not become B's.
  await two.getByText('市水务集团').first().waitFor();
  await signOutAt(two);
  await signInAt(two, 'dispatcher');
  await online(two);
  await online(one);
  await one.close();
  await two.close();
});

test('the sign-in page asks for the demo people once, however long it stands and whatever is typed', async () => {
  const page = await city.open('/', 'nobody');
  await page.getByText('演示人员').waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/demo')) asked += 1;
  });
  await page.reload();
  await page.getByText('演示人员').waitFor();
  await page.getByLabel('用户名').fill('dispatcher');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Demo people').waitFor();
  expect(asked).toBe(1);
  await page.close();
  expect(city.problems).toEqual([]);
});
