import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity, press } from '../../support/browserCity.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
});
afterAll(() => city?.close());

const said = {
  陈女士: '市民来电反映，小区 3 号楼整栋停水两天，老人取水困难，请尽快恢复供水。',
  林先生: '市民来电反映，五一北路 88 号门口水管爆裂，路面大量冒水。',
};
async function logged(name: keyof typeof said, more: object = {}) {
  const { ticket } = await (await city.h.as('agent')).call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'help',
      content: said[name],
      address: '五一北路 88 号',
      regionCode: '350102',
      citizen: { name, phone: '19900000001' },
      ...more,
    },
  });
  return ticket;
}
const reason = {
  reasonCode: 'notOurDuty',
  reason: '依据三定方案，供水设施的维修养护由供水企业负责，不属于本单位职责。',
};
const heading = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor();

test('a dispatcher compares two tickets, merges them by keyboard, and takes a citizen out again', async () => {
  const dispatcher = await city.h.as('dispatcher');
  const kept = await logged('林先生');
  const sent = await dispatcher.act(kept.id, 'dispatch', 1, { leadId: 'watergroup', assistIds: [] });
  const chen = await logged('陈女士', { kind: 'complaint', address: '三坊巷 3 号楼' });
  const page = await city.openAs('dispatcher', `/desk/dispatch/${chen.id}`);
  await heading(page, chen.title);
  await press(page, '并单');
  await page.getByRole('radio').first().waitFor();
  for (
    let i = 0;
    i < 4 &&
    !(await page
      .getByRole('radio')
      .first()
      .evaluate((e) => e === document.activeElement));
    i++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('并单后').waitFor();
  await expectClean(page, 'merge');
  await page.keyboard.press('Control+Enter');
  await page.goto(`${city.base}/desk/all/${chen.id}`);
  await page.getByRole('list', { name: '相关工单' }).getByRole('link', { name: kept.number }).waitFor();
  await page.getByRole('link', { name: kept.number }).click();
  await heading(page, kept.title);
  await page.getByText(said['陈女士']).first().waitFor();
  await press(page, '拆单');
  await page.keyboard.press('Space');
  await page.getByText('1 件诉求拆出后').waitFor();
  await expectClean(page, 'split');
  await page.keyboard.press('Control+Enter');
  const links = page.getByRole('list', { name: '相关工单' });
  await links.getByText('拆出另办').waitFor();
  expect(sent.appeals).toHaveLength(1);
  expect(city.problems).toEqual([]);
});

test('after two returns the dispatcher designates with the grounds of both before his eyes; the units below are seen', async () => {
  const dispatcher = await city.h.as('dispatcher');
  const ticket = await logged('林先生');
  let { version } = ticket;
  for (const [unit, suggestedDepartmentId] of [
    ['construction', 'watergroup'],
    ['urban', 'construction'],
  ] as const) {
    const sent = await dispatcher.act(ticket.id, 'dispatch', version, { leadId: unit, assistIds: [] });
    const dispatchId = sent.dispatches.at(-1)?.id ?? '';
    const clerk = await city.h.as(unit);
    const asked = await clerk.act(ticket.id, 'requestReturn', 1, { dispatchId, ...reason, suggestedDepartmentId });
    const requestId = asked.requests.at(-1)?.id ?? '';
    const back = await dispatcher.act(ticket.id, 'approveReturn', null, { requestId, decision: '理由成立，改派。' });
    version = back.ticket.version;
  }
  const page = await city.openAs('dispatcher', `/desk/dispatch/${ticket.id}`);
  await heading(page, ticket.title);
  await press(page, '指定承办');
  await page.getByRole('region', { name: '退单经过' }).waitFor();
  await expectClean(page, 'designate');
  const named = await dispatcher.act(ticket.id, 'designate', version, {
    leadId: 'urban',
    assistIds: [],
    note: '按属地管理原则由城管委牵头。',
  });
  const dispatch = named.dispatches.at(-1)?.id ?? '';
  const clerk = await city.h.as('urban');
  const signed = await clerk.act(ticket.id, 'sign', 1, { dispatchId: dispatch });
  const own = signed.dispatches.find((d) => d.id === dispatch);
  const below = await clerk.act(ticket.id, 'subDispatch', own?.version ?? 0, {
    dispatchId: dispatch,
    departmentId: 'urban-01',
    note: '请今日到场核查。',
  });
  const child = below.dispatches.at(-1)?.id ?? '';
  await clerk.act(ticket.id, 'sign', 1, { dispatchId: child });
  await clerk.act(ticket.id, 'reply', 2, {
    dispatchId: child,
    actuality: 'confirmed',
    solved: 'solved',
    handling: '已到场核查，爆管段已围挡并通知供水企业抢修。',
    publicReply: '您好，现场已处置。',
  });
  const inbox = await city.openAs('urban', `/desk/inbox/${ticket.id}`);
  await heading(inbox, ticket.title);
  await inbox.getByRole('button', { name: /^转派下级/ }).click();
  await inbox.keyboard.press('Escape');
  await inbox.getByRole('button', { name: /^采纳答复/ }).click();
  await expectClean(inbox, 'accept-child');
  expect(city.problems).toEqual([]);
});
