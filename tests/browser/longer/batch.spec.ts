import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectClean, openBrowserCity, rowOf } from '../../support/browserCity.ts';
import { signInAt, signOutAt } from '../../support/nextPerson.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity();
  const agent = await city.h.as('agent');
  for (const { title, categoryId } of matters)
    await agent.call('logAppeal', {
      body: {
        ...{ channel: 'phone', kind: 'complaint', title, categoryId, regionCode: '350111' },
        content: `市民来电反映，${title}，请尽快处理。`,
        citizen: { name: '陈女士', phone: '19900004201' },
      },
    });
});
afterAll(() => city?.close());

const matters = [
  { title: '福新东路工地夜间施工噪音', categoryId: 'c020501' },
  { title: '连江北路小区早上突然停水', categoryId: 'c020501' },
  { title: '茶园路小区水压不足', categoryId: 'c020501' },
];

test('小周 selects three tickets by key, sends each to its suggestion, undoes in time, and sends them again', async () => {
  const page = await city.openAs('dispatcher', '/desk/dispatch?sort=received');
  const posts: { url: string; key: string }[] = [];
  page.on('request', (r) => {
    if (r.method() === 'POST' && r.url().endsWith('/dispatch'))
      posts.push({ url: r.url(), key: r.headers()['idempotency-key'] ?? '' });
  });
  await rowOf(page, '茶园路小区水压不足').waitFor();
  const keys = page.keyboard;
  await keys.press('j');
  await keys.press('x');
  await keys.press('Shift+J');
  await keys.press('Shift+J');
  const bar = page.getByRole('region', { name: '批量办理' });
  await bar.getByText('已选 3 件').waitFor();
  await bar.getByRole('button', { name: '派单 3 件' }).waitFor();
  await expectClean(page, 'batch-bar');

  await keys.press('b');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '派出 3 件' }).waitFor();
  await expectClean(page, 'batch-dispatch');
  await keys.press('Control+Enter');
  await bar.getByText('即将派单 3 件，10 秒内可撤销').waitFor();
  await expectClean(page, 'batch-counting');
  // Whoever wants to leave is asked, and stays by leaving the question.
  await page.getByRole('link', { name: '全部工单' }).click();
  await page.getByText('3 件还没有发出，要离开吗？').waitFor();
  await keys.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keys.press('z');
  await bar.getByText('已撤销，3 件均未派单').waitFor();
  expect(posts).toEqual([]);

  await keys.press('Escape');
  await keys.press('b');
  await dialog.getByRole('button', { name: '派出 3 件' }).waitFor();
  await keys.press('Control+Enter');
  await bar.getByText('已派单 3 件').waitFor({ timeout: 30_000 });
  await expectClean(page, 'batch-done');
  expect(new Set(posts.map((p) => p.url)).size).toBe(3);
  expect(new Set(posts.map((p) => p.key)).size).toBe(3);
  expect(city.problems).toEqual([]);
});

test('who signs out within the ten seconds sends nothing, and leaves neither a question nor his address to the next', async () => {
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'complaint' as const, regionCode: '350111', citizen: {} };
  for (const title of ['光明港小区早上突然停水', '鼓山小区水压不足'])
    await agent.call('logAppeal', {
      body: { ...body, title, content: `市民来电反映，${title}。`, categoryId: 'c020501' },
    });
  const page = await city.open('/desk/dispatch?sort=received', 'signs out');
  await signInAt(page, 'dispatcher');
  await rowOf(page, '鼓山小区水压不足').waitFor();
  const posts: string[] = [];
  page.on('request', (r) => {
    if (r.method() === 'POST' && r.url().endsWith('/dispatch')) posts.push(r.url());
  });
  for (const key of ['j', 'x', 'Shift+J', 'b']) await page.keyboard.press(key);
  await page.getByRole('dialog').getByRole('button', { name: '派出 2 件' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('即将派单 2 件，10 秒内可撤销').waitFor();
  await signOutAt(page);
  await signInAt(page, 'urban');
  await page.waitForURL(/\/desk\/inbox(?:[?/]|$)/);
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(posts).toEqual([]);
  await page.close();
});
