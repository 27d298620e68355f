import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity, press, rowOf } from '../support/browserCity.ts';

const hourMs = 3_600_000;
let city: Awaited<ReturnType<typeof openBrowserCity>>;

beforeAll(async () => {
  city = await openBrowserCity({ startMs: -4 * hourMs });
});
afterAll(() => city?.close());

/** The open list under a field offers this; only then does Enter choose it. */
const found = (page: Page, words: string) =>
  page.locator('.ant-select-item-option-active').filter({ hasText: words }).waitFor();
const news = (page: Page) => page.getByRole('button', { name: /有 \d+ 条新件/ });

test('the whole story across six signed-in people, live, without a reload', async () => {
  const title = '五一北路88号门口自来水管爆裂';
  await lateLastTime();
  const [dispatcher, clerk, reviewer, callback, manager, agent] = [
    await city.openAs('dispatcher'),
    await city.openAs('watergroup'),
    await city.openAs('reviewer'),
    await city.openAs('callback'),
    await city.openAs('manager', wideBoard()),
    await city.signIn('agent'),
  ];
  const headline = manager.locator('.headline-rate');
  await expect.poll(() => headline.textContent()).toBe('0.00%0 / 1');

  // The agent logs with the keyboard alone, while the citizen speaks: number, name, words, how urgent, the place.
  await expectClean(agent, 'log');
  await agent.keyboard.type('199 0000 1234');
  await agent.keyboard.press('Tab');
  await agent.keyboard.type('陈建国');
  await tabTo(agent, '诉求内容');
  await agent.keyboard.type(`市民来电反映，${title}，路面大量冒水，请尽快抢修。`);
  await tabTo(agent, '一般');
  await agent.keyboard.press('ArrowRight');
  await agent.keyboard.press('ArrowRight');
  await agent.keyboard.press('F2');
  await agent.keyboard.type('停水');
  await found(agent, '停水');
  await expectClean(agent, 'log-category');
  await agent.keyboard.press('Enter');
  await tabTo(agent, '标题');
  await agent.keyboard.type(title);
  await agent.keyboard.press('Control+Enter');
  await agent.getByRole('heading', { name: '登记成功' }).waitFor();
  await agent.getByText('查询码', { exact: true }).waitFor();
  await expectClean(agent, 'logged');

  // The dispatcher too: the queue hears of it and waits to be asked; shown, chosen, opened, sent.
  await news(dispatcher).waitFor();
  await dispatcher.keyboard.press('n');
  await rowOf(dispatcher, title).waitFor();
  await dispatcher.keyboard.press('j');
  await dispatcher.getByRole('heading', { name: '工业路消防栓漏水' }).waitFor();
  await dispatcher.keyboard.press('j');
  await dispatcher.getByRole('heading', { name: title }).waitFor();
  await dispatcher.keyboard.press('p');
  await dispatcher.keyboard.type('水务集团');
  await found(dispatcher, '市水务集团');
  await expectClean(dispatcher, 'dispatch');
  await dispatcher.keyboard.press('Enter');
  await dispatcher.keyboard.press('Control+Enter');
  await dispatcher.getByRole('heading', { name: '工业路消防栓漏水' }).waitFor();

  // The department signs and replies; its inbox is where it started.
  await news(clerk).click();
  await rowOf(clerk, title).click();
  await press(clerk, '签收');
  await clerk.getByRole('navigation').getByRole('link', { name: '办理中 1' }).click();
  await rowOf(clerk, title).click();
  await press(clerk, '答复');
  await clerk.getByRole('radio', { name: '电话' }).check();
  await clerk.getByRole('radio', { name: '属实', exact: true }).check();
  await clerk.getByRole('radio', { name: '已解决', exact: true }).check();
  // As a PDF file gives it: 水 is a radical.
  await clerk.getByRole('textbox', { name: '办理情况' }).fill('已派抢修队到场，更换破损管段，恢复供\u2f54。');
  await clerk.getByRole('textbox', { name: '公开答复' }).fill('您好，您反映的爆管已抢修完毕，恢复供水。');
  await clerk.getByRole('button', { name: '更多' }).click();
  await expectClean(clerk, 'reply');
  await clerk.getByRole('button', { name: '确认答复' }).click();

  await news(reviewer).click();
  await rowOf(reviewer, title).click();
  await reviewer.getByText('恢复供水。').first().waitFor();
  await reviewer.locator('.timeline').getByText('原文', { exact: true }).click();
  await reviewer.getByText('恢复供\u2f54⟨U+2F54⟩。').waitFor();
  await expectClean(reviewer, 'original');
  await press(reviewer, '采纳答复');
  await expectClean(reviewer, 'review');
  await reviewer.getByRole('button', { name: '确认采纳答复' }).click();

  // The promise passes, kept; the callback closes the ticket.
  await city.passTime(4 * hourMs);
  await news(callback).click();
  await rowOf(callback, title).click();
  await press(callback, '回访');
  await callback.getByRole('radio', { name: '接通', exact: true }).check();
  await callback.getByRole('group', { name: '问题是否解决' }).getByRole('radio', { name: '是' }).check();
  await callback.getByRole('radio', { name: '满意', exact: true }).check();
  await expectClean(callback, 'callback');
  await callback.getByRole('button', { name: '确认回访' }).click();
  await callback.getByText('已办结 · 已解决').first().waitFor();
  await callback.getByText('回访员小吴记录回访结果').waitFor();

  // The manager's board has moved by itself, and its numerator opens exactly this ticket.
  await expect.poll(() => headline.textContent()).toBe('50.00%1 / 2');
  await expectClean(manager, 'board');
  await headline.getByRole('button', { name: /· 及时 1$/ }).click();
  const drawer = manager.getByRole('dialog');
  await expect.poll(() => drawer.getByRole('rowheader').allTextContents()).toEqual([title]);
  await expectClean(manager, 'drill-down');
  await manager.keyboard.press('Escape');
  await manager.getByRole('link', { name: '全部指标' }).click();
  await manager.getByRole('link', { name: '首派准确率' }).waitFor();
  await expectClean(manager, 'figures');
  await manager.getByRole('link', { name: '月度通报' }).click();
  await manager.getByRole('button', { name: '发布' }).waitFor();
  await expectClean(manager, 'bulletin');
  expect(city.problems).toEqual([]);
});

/** An earlier matter whose promise has passed without an answer: the figure stands at 0 of 1. */
async function lateLastTime(): Promise<void> {
  const agent = await city.h.as('agent');
  const content = '市民来电反映，工业路消防栓漏水，请尽快处理。';
  await agent.call('logAppeal', {
    body: { channel: 'phone', kind: 'help', urgency: 'critical', content, citizen: {} },
  });
  await city.passTime(4 * hourMs);
}

/** Ten days either way, so that the story holds on the last evening of a month too. */
function wideBoard(): string {
  const day = (shift: number) => new Date(Date.now() + shift * 24 * hourMs).toISOString().slice(0, 10);
  return `/reports?from=${day(-10)}&to=${day(10)}`;
}

/** Forward with Tab to the field of this name; it fails when the field is not on the way. */
async function tabTo(page: Page, name: string): Promise<void> {
  const field = page.getByLabel(name).first();
  for (let i = 0; i < 30; i++) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not on the way of the Tab key`);
}
