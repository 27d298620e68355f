import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectClean } from '../../support/browserCity.ts';
import { cardOf, contentOf, log, openCallCity, shotOf, soon } from '../../support/callCity.ts';

let city: Awaited<ReturnType<typeof openCallCity>>;
beforeAll(async () => {
  city = await openCallCity();
});
afterAll(() => city?.close());

test('a second call never takes the place of what is being written, and both survive a crash', async () => {
  const own = await city.openAs('second', log);
  const first = await city.telephone('second', '13500000001');
  await cardOf(own).waitFor();
  await first.answer();
  await own.waitForURL(/call=/);
  const words = '西洪路工地夜间施工噪音扰民，请核查。';
  await contentOf(own).fill(words);
  const next = await city.telephone('second', '13500000002');
  await first.hangUp();
  await next.answer();
  await cardOf(own)
    .getByText(/不会被覆盖/)
    .waitFor();
  expect(await contentOf(own).inputValue()).toBe(words);
  expect(own.url()).toContain(first.id);
  await expectClean(own, 'call-waiting');

  await own.keyboard.press('F9');
  await own.waitForURL((url) => url.search.includes(next.id));
  expect(await contentOf(own).inputValue()).toBe('');
  const other = '福飞路公交站台破损，请维修。';
  await contentOf(own).fill(other);
  await own.getByText(/已保存/).waitFor();

  // The computer goes off: another one finds both, each with its call.
  const state = await own.context().storageState();
  await own.context().close();
  const later = await city.open(`${log}?call=${first.id}`, 'second', { storageState: { ...state, origins: [] } });
  await vi.waitFor(async () => expect(await contentOf(later).inputValue()).toBe(words), soon);
  await later.goto(`${city.base}${log}?call=${next.id}`);
  await vi.waitFor(async () => expect(await contentOf(later).inputValue()).toBe(other), soon);
  await later.getByRole('button', { name: /待登记 2/ }).click();
  await later.getByText('已接听、尚未登记的电话').waitFor();
  await expectClean(later, 'call-unlogged');
  await later.context().close();
});

test('of two tabs one rings, with consent, and none in the quiet hours', async () => {
  const first = await city.openAs('agent', log);
  const context = first.context();
  await context.addInitScript(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function () {
      counted.tones += 1;
      return make.call(this);
    };
  });
  await first.reload();
  const page = await context.newPage();
  await page.goto(`${city.base}${log}`);
  const tabs = [first, page];
  for (const tab of tabs) await tab.locator('.live-online').waitFor();
  const tones = () =>
    Promise.all(tabs.map((tab) => tab.evaluate(() => (window as unknown as { tones: number }).tones)));

  const silent = await city.telephone('agent', '13500000003');
  await cardOf(page).waitFor();
  expect(await tones()).toEqual([0, 0]);
  await silent.hangUp();

  await page.getByRole('button', { name: '坐席设置' }).click();
  await expectClean(page, 'call-alerts');
  await page.getByLabel('从').fill('00:00');
  await page.getByLabel('至').fill('00:00');
  await page.getByLabel('来电时响铃').check();
  await page.keyboard.press('Escape');
  const sample = await tones();
  const loud = await city.telephone('agent', '13500000004');
  await vi.waitFor(
    async () => expect((await tones()).map((n, i) => n > (sample[i] ?? 0)).filter(Boolean)).toHaveLength(1),
    soon,
  );
  await loud.hangUp();
  await cardOf(page).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '坐席设置' }).click();
  await page.getByLabel('从').fill('00:00');
  await page.getByLabel('至').fill('23:59');
  await page.keyboard.press('Escape');
  const before = await tones();
  const quiet = await city.telephone('agent', '13500000005');
  await cardOf(page).waitFor();
  expect(await tones()).toEqual(before);
  await quiet.hangUp();

  await page.getByRole('button', { name: '模拟来电' }).click();
  await page.getByRole('button', { name: /从未来电的号码/ }).waitFor();
  await expectClean(page, 'call-simulator');
  await page.getByRole('button', { name: /从未来电的号码/ }).click();
  await cardOf(page).waitFor();
  await page.getByRole('button', { name: '接听' }).click();
  await page
    .getByText(/通话 00:0\d/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '挂断' }).click();
  await page.getByText(/整理 00:0\d/).waitFor();
  await page.goto(`${city.base}/console/calls`);
  await page.getByRole('table').waitFor();
  await page.getByRole('button', { name: '认领回拨' }).first().click();
  await page.getByRole('button', { name: '显示号码' }).click();
  await page.getByText('1350000000').waitFor();
  await expectClean(page, 'call-missed');
  await context.close();
  expect(city.problems).toEqual([]);
});

test('the supervisor sees the hall and its figures', async () => {
  const page = await city.openAs('supervisor', '/console/calls?tab=all');
  await page.getByText('今日 接通率').waitFor();
  await page.getByRole('cell', { name: '已接听' }).first().waitFor();
  await page.getByRole('cell', { name: '话务员小林' }).first().waitFor();
  await expectClean(page, 'calls-all');
  await page.getByRole('link', { name: '坐席' }).click();
  await page.getByRole('cell', { name: '8001' }).waitFor();
  await shotOf(page, 'calls-seats');
  await page.context().close();
});
