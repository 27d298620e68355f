import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity, press, rowOf } from '../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const content = (page: Page) => page.getByLabel('诉求内容');
const tooLate = '您填写的内容已保存，可复制后关闭。';
const words = '市民来电反映，工业路人行道地砖破损，老人多次绊倒，请尽快修复。';

test('of two people who act on one ticket one wins, and the other is told what changed with his words kept', async () => {
  const id = await atUrban('晋安湖公园路灯损坏');
  const [clerk, head] = [
    await city.openAs('urban', `/desk/inbox/${id}?tab=handling`),
    await city.openAs('urban.head', `/desk/inbox/${id}?tab=handling`),
  ];
  const mine = '已联系照明中心，今晚更换灯具。';
  for (const page of [clerk, head]) await fillReply(page, mine);
  await head.getByRole('button', { name: '确认答复' }).click();

  await clerk.getByText(/该工单刚有更新（.*市城管委负责人提交答复/).waitFor();
  await clerk.getByText(tooLate).waitFor();
  expect(await clerk.getByRole('textbox', { name: '办理情况' }).inputValue()).toBe(mine);
  expect(await clerk.getByRole('button', { name: '确认答复' }).isDisabled()).toBe(true);
  await expectClean(clerk, 'outrun');

  // And when both press at once, the server tells the second.
  const next = await atUrban('晋安湖公园座椅损坏');
  const pages = [clerk, head];
  for (const page of pages) {
    await page.goto(`${city.base}/desk/inbox/${next}?tab=handling`);
    await fillReply(page, mine);
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: '确认答复' }).click()));
  await Promise.any(pages.map((page) => page.getByText(tooLate).waitFor()));
  const told = await Promise.all(pages.map((page) => page.getByText(tooLate).count()));
  expect(told.toSorted()).toEqual([0, 1]);
});

test('a cut network loses nothing typed, says since when, and the list catches up', async () => {
  const agent = await city.openAs('agent');
  const dispatcher = await city.openAs('dispatcher');
  await content(agent).fill(words);
  for (const page of [agent, dispatcher]) {
    await page.context().setOffline(true);
    await page.getByText(/离线 · 自 \d\d:\d\d/).waitFor();
  }
  await agent.keyboard.press('Control+Enter');
  await agent.getByText('连接不上服务器，您填写的内容已保留').waitFor();
  await content(agent).fill(`${words}已有两位老人受伤。`);
  await log('仓山区万达广场夜间噪声扰民');
  expect(await content(agent).inputValue()).toContain('两位老人受伤');
  await expectClean(agent, 'offline');

  for (const page of [agent, dispatcher]) await page.context().setOffline(false);
  await dispatcher.getByRole('button', { name: '有 1 条新件' }).waitFor();
  await agent.locator('.live-online').waitFor();
  await agent.keyboard.press('Control+Enter');
  await agent.getByRole('heading', { name: '登记成功' }).waitFor();
  await dispatcher.getByRole('button', { name: '有 2 条新件' }).click();
  await rowOf(dispatcher, '仓山区万达广场').waitFor();
  await rowOf(dispatcher, '工业路人行道').waitFor();
});

test('a reload in the middle of a form brings back what was typed, at the log as at a desk', async () => {
  const agent = await city.openAs('agent');
  await content(agent).fill(words);
  await agent.getByText(/已保存 \d\d:\d\d/).waitFor();
  await agent.reload();
  await expect.poll(() => content(agent).inputValue()).toBe(words);

  const id = await atUrban('湖东路井盖松动异响');
  const clerk = await city.openAs('urban', `/desk/inbox/${id}?tab=handling`);
  await fillReply(clerk, '井盖已更换并加固。');
  await clerk.reload();
  await press(clerk, '答复');
  await expect.poll(() => clerk.getByRole('textbox', { name: '办理情况' }).inputValue()).toBe('井盖已更换并加固。');
  expect(await clerk.getByRole('radio', { name: '属实', exact: true }).isChecked()).toBe(true);
});

test('bad input is answered with a sentence that says what to do, beside what was typed', async () => {
  const agent = await city.openAs('agent');
  await agent.getByLabel('来电号码').fill('12');
  await content(agent).fill('吵');
  await agent.keyboard.press('Control+Enter');
  await agent.getByText('请至少填写 5 个字。').waitFor();
  await content(agent).fill(words);
  await agent.keyboard.press('Control+Enter');
  const refusal = agent.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.textContent()).toMatch(/联系电话不正确.*填写的内容都还在/);
  expect(await content(agent).inputValue()).toBe(words);
  await expectClean(agent, 'refused');

  const dispatcher = await city.openAs('dispatcher', `/desk/dispatch/${await log('鼓楼区某小区楼道堆放杂物')}`);
  await press(dispatcher, '派单');
  await dispatcher.keyboard.press('Control+Enter');
  await dispatcher.getByText('请选择一个主办单位。').waitFor();
  await dispatcher.keyboard.press('Escape');
  await dispatcher.keyboard.press('?');
  await dispatcher.getByRole('dialog').getByText('查找、前往、操作').waitFor();
  await expectClean(dispatcher, 'keys');
  expect(city.problems).toEqual([]);
});

/** Logged and sent to nobody yet. */
async function log(matter: string): Promise<string> {
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'help' as const, content: `市民反映，${matter}。`, citizen: {} };
  return (await agent.call('logAppeal', { body })).ticket.id;
}

/** Signed for by 城管委. */
async function atUrban(matter: string): Promise<string> {
  const id = await log(matter);
  const dispatcher = await city.h.as('dispatcher');
  const sent = await dispatcher.act(id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  const turn = sent.dispatches[0];
  const clerk = await city.h.as('urban');
  await clerk.act(id, 'sign', turn?.version ?? 0, { dispatchId: turn?.id ?? '' });
  return id;
}

async function fillReply(page: Page, handling: string): Promise<void> {
  await press(page, '答复');
  await page.getByRole('radio', { name: '属实', exact: true }).check();
  await page.getByRole('radio', { name: '已解决', exact: true }).check();
  await page.getByRole('textbox', { name: '办理情况' }).fill(handling);
  await page.getByRole('textbox', { name: '公开答复' }).fill('您好，您反映的问题已处理完毕。');
}
