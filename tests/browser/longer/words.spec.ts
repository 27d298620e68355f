import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity, press } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const logged = async () => {
  const { ticket } = await (await city.h.as('agent')).call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'help',
      content: '市民来电反映，五一北路 88 号门口天然气表箱门损坏，担心有安全隐患。',
      address: '五一北路 88 号',
      regionCode: '350102',
      citizen: { name: '林先生', phone: '19900000001' },
    },
  });
  return ticket;
};

/** Replied by the gas company, accepted by the centre: the citizen has been answered. */
async function answered() {
  const ticket = await logged();
  const sent = await (await city.h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'gas', assistIds: [] });
  const dispatchId = sent.dispatches[0]?.id ?? '';
  const clerk = await city.h.as('gas');
  const signed = await clerk.act(ticket.id, 'sign', 1, { dispatchId });
  const replied = await clerk.act(ticket.id, 'reply', signed.dispatches[0]?.version ?? 2, {
    dispatchId,
    contactedBy: 'phone',
    contactedAt: city.h.clock.now,
    actuality: 'confirmed',
    solved: 'solved',
    handling: '已派人到场更换表箱门。',
    publicReply: '林先生您好，您反映的表箱门已于 11 月 3 日更换完毕。感谢您的监督。',
  });
  const dispatch = replied.dispatches[0];
  const approved =
    dispatch?.status === 'awaitingApproval'
      ? await (await city.h.as('gas.head')).act(ticket.id, 'approveReply', dispatch.version, { dispatchId })
      : replied;
  const { version } = approved.dispatches[0] ?? { version: 0 };
  await (await city.h.as('reviewer')).act(ticket.id, 'acceptReply', version, { dispatchId });
  return ticket;
}

test('a reviewer corrects what the citizen was told, then publishes it in words of its own', async () => {
  const ticket = await answered();
  const page = await city.openAs('reviewer', `/desk/all/${ticket.id}`);
  await page.getByRole('heading', { name: ticket.title }).waitFor();
  await press(page, '更正答复');
  const words = page.getByRole('textbox', { name: '更正后的答复' });
  await words.waitFor();
  await page.getByText('还没有更改').waitFor();
  await expectClean(page, 'correctAnswer');
  await words.fill('林先生您好，您反映的表箱门已于 11 月 2 日更换完毕。感谢您的监督。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('11 月 2 日更换完毕').first().waitFor();

  await press(page, '公开');
  await page.getByRole('textbox', { name: '公开标题' }).fill('五一北路一处天然气表箱门已更换');
  await expectClean(page, 'publish');
  await page.getByRole('textbox', { name: '公开内容' }).fill('经核实，该处表箱门已更换完毕。');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await (await city.h.as('reviewer')).call('ticket', { params: { id: ticket.id } })).ticket)
    .toMatchObject({
      publishedTitle: '五一北路一处天然气表箱门已更换',
      publishedText: '经核实，该处表箱门已更换完毕。',
    });
  expect(city.problems).toEqual([]);
});

test('an agent amends what was misheard: the new words are shown, the old ones stay on record', async () => {
  const ticket = await logged();
  const page = await city.openAs('agent', `/desk/all/${ticket.id}`);
  await page.getByRole('heading', { name: ticket.title }).waitFor();
  await press(page, '修改');
  const words = page.getByRole('textbox', { name: '诉求内容' });
  await words.waitFor();
  await expectClean(page, 'amend');
  await words.fill('市民来电反映，五一北路 86 号门口天然气表箱门损坏，担心有安全隐患。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('五一北路 86 号门口').first().waitFor();
  await page.getByText('五一北路 88 号门口').first().waitFor();
  expect(city.problems).toEqual([]);
});
