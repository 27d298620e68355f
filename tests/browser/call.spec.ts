import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectClean } from '../support/browserCity.ts';
import { cardOf, contentOf, log, openCallCity, seatOf, shotOf, soon } from '../support/callCity.ts';

let city: Awaited<ReturnType<typeof openCallCity>>;
beforeAll(async () => {
  city = await openCallCity();
});
afterAll(() => city?.close());

/** Counts what a hand does: each key of a chord's last key, and each text as its characters. */
function keyboardOf(page: Page) {
  const count = { keys: 0, characters: 0, steps: 0 };
  return {
    count,
    press: async (key: string) => {
      count.keys += 1;
      count.steps += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      count.characters += [...text].length;
      count.steps += 1;
      await page.keyboard.type(text);
    },
  };
}

test('from ringing to dispatched by keyboard alone', async () => {
  const page = await city.openAs('frontline', log);
  await seatOf(page).selectOption('在线');
  await seatOf(page).evaluate((select: HTMLElement) => select.blur());
  const phone = await city.telephone('frontline');
  await cardOf(page).getByText('138****8000').waitFor();
  await cardOf(page).getByText('杨桥路路灯不亮').first().waitFor();
  await expectClean(page, 'call-ringing');

  await phone.answer();
  await page.waitForURL(/call=/);
  await page.getByRole('radio', { name: /陈\*\*/ }).waitFor();
  await vi.waitFor(
    async () => expect(await contentOf(page).evaluate((area) => area === document.activeElement)).toBe(true),
    soon,
  );
  await shotOf(page, 'call-form');

  const hands = keyboardOf(page);
  await hands.type('市民来电反映，今天上午五一北路88号门口自来水管爆裂，路面大量冒水，请尽快抢修。');
  await hands.press('Control+Enter');
  await page.getByRole('heading', { name: '登记成功' }).waitFor();
  await shotOf(page, 'call-logged');
  await hands.press('Control+Enter');
  await page.getByLabel('主办单位').waitFor();
  await hands.type('水务集团');
  await hands.press('Enter');
  await hands.press('Control+Enter');
  const sent = async () => {
    const { items } = await (await city.h.as('watergroup')).call('tickets', {
      query: { dispatchStatus: 'awaitingSigning' },
    });
    expect(items.some((item) => item.title.includes('五一北路88号'))).toBe(true);
  };
  await vi.waitFor(sent, soon);
  await phone.hangUp();
  await page.getByText(/整理 00:0\d/).waitFor();
  await shotOf(page, 'call-wrap-up');
  await hands.press('F9');
  await vi.waitFor(async () => expect(await seatOf(page).inputValue()).toBe('ready'), soon);

  const { keys, characters, steps } = hands.count;
  console.log(`from ringing to dispatched: ${keys} keys and ${characters} characters in ${steps} steps, no mouse`);
  const told = await (await city.h.as('supervisor')).call('call', { params: { id: phone.id } });
  expect(told).toMatchObject({ outcome: 'answered', agentId: 'p-frontline' });
  expect(told.appealId).not.toBeNull();
  expect(keys).toBeLessThanOrEqual(6);
  expect(city.problems).toEqual([]);
  await page.context().close();
});
