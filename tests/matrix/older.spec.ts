import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowserCity, press, rowOf } from '../support/browserCity.ts';
import { type Control, controlsOf, covered } from '../support/controls.ts';
import type { OldChromium } from '../support/oldChromium.ts';

type Screens = Map<string, Control[]>;
/** Controls of each screen as today's browser draws them. */
let today: Screens | undefined;
const mostPx = 2;
const title = '五一北路88号门口自来水管爆裂';

test.each([undefined, '109', '92'] as const)(
  'the main story in Chromium %s (none: today’s): no error, nothing covered, everything where it is today',
  async (version) => {
    const screens = await mainStory(version);
    today ??= screens;
    expect([...screens.keys()]).toEqual([...today.keys()]);
    expect([...screens].flatMap(([screen, controls]) => moved(screen, controls))).toEqual([]);
  },
  300_000,
);

/** What does not stand within 2 px of where today's browser has it. */
function moved(screen: string, controls: readonly Control[]): string[] {
  const asToday = today?.get(screen) ?? [];
  const [own, others] = [controls, asToday].map((all) => all.map(({ name }) => name));
  const different = [
    ...(own ?? []).filter((name) => !others?.includes(name)).map((name) => `${screen}: ${name} is not there today`),
    ...(others ?? []).filter((name) => !own?.includes(name)).map((name) => `${screen}: ${name} is missing`),
  ];
  if (different.length > 0 || controls.length !== asToday.length)
    return [...different, `${screen}: ${controls.length} controls, today ${asToday.length}`];
  return controls.flatMap((control, i) => {
    const other = asToday[i];
    if (other?.name !== control.name) return [`${screen}: ${control.name} in place of ${other?.name}`];
    const away = (['x', 'y', 'width', 'height'] as const).filter(
      (side) => Math.abs(control[side] - other[side]) > mostPx,
    );
    return away.map((side) => `${screen}: ${control.name} has ${side} ${control[side]}, today ${other[side]}`);
  });
}
/** One page at a time, and signed out at its end: the old ones are one process for all, and keep one cookie for all. */
async function mainStory(version: OldChromium | undefined): Promise<Screens> {
  const city = await openBrowserCity(version ? { chromium: version } : {});
  const screens: Screens = new Map();
  const look = async (page: Page, screen: string) => {
    // Letters and lists have come to rest.
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done))));
    screens.set(screen, await controlsOf(page));
    expect([screen, ...(await covered(page))]).toEqual([screen]);
  };
  const as = async (username: string, path: string, act: (page: Page) => Promise<void>) => {
    const page = await city.signIn(username);
    await page.goto(`${city.base}${path}`);
    await act(page);
    await signOut(page);
  };
  try {
    await portal(city, look);
    const agent = await city.open('/', 'agent');
    await agent.getByLabel('用户名').waitFor();
    await agent.getByText('演示人员').waitFor();
    await look(agent, 'sign-in');
    await agent.close();

    const signedIn = await city.signIn('agent');
    await signedIn.getByRole('heading').first().waitFor();
    await look(signedIn, 'log');
    await signedIn.getByLabel('来电号码').fill('19900001234');
    await signedIn.getByLabel('诉求内容').fill(`市民来电反映，${title}，路面大量冒水，请尽快抢修。`);
    await signedIn.getByLabel('标题').fill(title);
    await signedIn.keyboard.press('Control+Enter');
    await signedIn.getByRole('heading', { name: '登记成功' }).waitFor();
    await signOut(signedIn);

    await as('dispatcher', '/desk/dispatch', async (page) => {
      await rowOf(page, title).click();
      await page.getByRole('heading', { name: title }).waitFor();
      await press(page, '派单');
      await page.getByLabel('主办单位').fill('水务集团');
      await page.locator('.ant-select-item-option-active').filter({ hasText: '市水务集团' }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: /选用建议/ })
        .first()
        .waitFor();
      await look(page, 'dispatch');
      await page.keyboard.press('Control+Enter');
      await page.locator('.has-left').filter({ hasText: title }).waitFor();
    });
    await as('watergroup', '/desk/inbox', async (page) => {
      await rowOf(page, title).click();
      await press(page, '签收');
      await page.getByRole('navigation').getByRole('link', { name: '办理中 1' }).click();
      await rowOf(page, title).click();
      await press(page, '答复');
      await page.getByRole('radio', { name: '电话' }).check();
      await page.getByRole('radio', { name: '属实', exact: true }).check();
      await page.getByRole('radio', { name: '已解决', exact: true }).check();
      await page.getByRole('textbox', { name: '办理情况' }).fill('已派抢修队到场，更换破损管段，恢复供水。');
      await page.getByRole('textbox', { name: '公开答复' }).fill('您好，您反映的爆管已抢修完毕，恢复供水。');
      await look(page, 'reply');
      await page.getByRole('button', { name: '确认答复' }).click();
      await page.getByRole('button', { name: '确认答复' }).waitFor({ state: 'detached' });
    });
    await as('manager', '/reports', async (page) => {
      await page.getByRole('button', { name: /最早未办结/ }).waitFor();
      await page.getByRole('button', { name: '查看数据表' }).first().waitFor();
      await look(page, 'board');
    });
    await as('supervisor', '/desk/all', async (page) => {
      await rowOf(page, title).click();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '查找、前往、操作' }).fill('通讯录');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
    });
    expect(city.problems).toEqual([]);
  } finally {
    await city.close();
  }
  return screens;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByLabel('用户名').waitFor();
  await page.close();
}

type Look = (page: Page, screen: string) => Promise<void>;
/** A citizen files and looks it up, with the scripts of the page. */
async function portal(city: Awaited<ReturnType<typeof openBrowserCity>>, look: Look): Promise<void> {
  const page = await city.open('/portal', 'citizen');
  const go = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
  await look(page, 'portal');
  await page.getByRole('navigation').getByRole('link', { name: '提交诉求' }).click();
  await page.getByRole('radio', { name: /投诉/ }).check();
  await look(page, 'portal kind');
  await go('继续');
  await page.getByLabel('诉求内容').fill('五四路工地凌晨两点还在施工，噪声很大，希望尽快制止。');
  await look(page, 'portal content');
  await go('继续');
  await page.getByRole('radio', { name: /实名/ }).check();
  await page.getByLabel('怎么称呼您').fill('陈女士');
  await page.getByLabel('联系电话').fill('19900001234');
  await look(page, 'portal contact');
  await go('继续');
  await go('提交诉求');
  await page.getByRole('heading', { name: '诉求已提交' }).waitFor();
  await go('查看办理进展');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '施工' }).waitFor();
  await page.close();
}
