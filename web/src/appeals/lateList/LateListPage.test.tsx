import { whys } from '@hotline/shared/ticket/why';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveUpAll, useOutbox } from '../../data/outbox/outbox.ts';
import { nobodySignedIn, signedInAs } from '../../data/testing/signedInAs.ts';
import { LateListPage } from './LateListPage.tsx';

// Monday 2 November 2026, 14:00 in Fuzhou; the system was down from Sunday evening on.
const now = new Date('2026-11-02T06:00:00.000Z');

type Sent = { method: string; url: string; key: string | null; body: unknown };
let sent: Sent[] = [];
let drafts: Map<string, unknown>;
/** What the server says to an appeal; null: nothing. */
let answer: (body: { content: string }) => Response | Promise<Response> | null;

beforeEach(() => {
  sent = [];
  drafts = new Map();
  answer = ({ content }) => logged(content);
  localStorage.clear();
  sessionStorage.clear();
  vi.setSystemTime(now);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', headers, body: text }: RequestInit) => {
    const body = JSON.parse(String(text ?? 'null'));
    sent.push({ method, url, key: new Headers(headers).get('idempotency-key'), body });
    if (url === '/api/appeals') {
      const said = await answer(body);
      if (!said) throw new TypeError('network');
      return said;
    }
    const savedAt = now.toISOString();
    if (url === '/api/drafts')
      return Response.json({ items: [...drafts].map(([key, kept]) => ({ key, body: kept, savedAt })) });
    const key = url.replace('/api/drafts/', '');
    if (method === 'PUT') drafts.set(key, body.body);
    if (method === 'DELETE') drafts.delete(key);
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const draft = drafts.has(key) ? { key, body: drafts.get(key), savedAt } : null;
    return Response.json(method === 'PUT' ? draft : { draft });
  });
  signedInAs('lin');
});
afterEach(() => {
  cleanup();
  nobodySignedIn();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

let count = 0;
function logged(title: string): Response {
  count += 1;
  const appeal = {
    ...{
      id: `a${count}`,
      number: `2611020000${count}`,
      queryCode: 'K7M2',
      title,
      receivedAt: '2026-11-02T01:05:00.000Z',
    },
    promiseClock: { dueAt: '2026-11-09T16:00:00.000Z' },
  };
  return Response.json({ appeal, ticket: { id: `t${count}`, version: 1 }, seq: count }, { status: 201 });
}

const posts = () => sent.filter((s) => s.url === '/api/appeals');
const open = async () => {
  const page = render(
    <MemoryRouter>
      <LateListPage />
    </MemoryRouter>,
  );
  await screen.findAllByLabelText(/受理时间/);
  return page;
};
const rows = () => screen.getAllByRole('form');
const lastRow = () => within(rows().pop() as HTMLElement);
const write = (label: RegExp, value: string, where: Pick<typeof screen, 'getByLabelText'> = lastRow()) =>
  fireEvent.change(where.getByLabelText(label), { target: { value } });
const common = () => within(screen.getByRole('region', { name: '各件相同的内容' }));
const submit = () => fireEvent.keyDown(lastRow().getByLabelText(/诉求内容/), { key: 'Enter', ctrlKey: true });
const enter = (time: string, content: string) => {
  write(/受理时间/, time);
  write(/诉求内容/, content);
  submit();
};
const typedIn = (label: RegExp, where = lastRow()) => where.getByLabelText<HTMLInputElement>(label).value;

test('reason, day and channel are said once; each row is logged by itself and the cursor stands in the next', async () => {
  await open();
  write(/补录原因/, '系统停机', common());
  write(/受理日期/, '2026-11-01', common());
  fireEvent.click(common().getByRole('radio', { name: '来访' }));
  write(/来电号码/, '13900139001');
  write(/姓名/, '陈女士');
  write(/详细地址/, '五四路128号');
  fireEvent.click(lastRow().getByRole('radio', { name: '投诉' }));
  enter('2305', '五四路工地夜间施工，噪声扰民。');
  expect(document.activeElement).toBe(lastRow().getByLabelText(/受理时间/));
  write(/受理日期/, '2026-11-02', common());
  enter('９：０５', '东街口路灯不亮，请维修。');
  const list = await screen.findByRole('region', { name: '本次已补录 2 件' });
  const [first, second] = posts().map((s) => s.body);
  expect(first).toMatchObject({
    channel: 'visit',
    kind: 'complaint',
    content: '五四路工地夜间施工，噪声扰民。',
    address: '五四路128号',
    citizen: { name: '陈女士', phone: '13900139001', identity: 'named' },
    lateEntry: { receivedAt: '2026-11-01T15:05:00.000Z', reason: '系统停机' },
  });
  expect(second).toMatchObject({
    channel: 'visit',
    kind: 'help',
    citizen: { name: null, phone: null, identity: 'anonymous' },
    lateEntry: { receivedAt: '2026-11-02T01:05:00.000Z', reason: '系统停机' },
  });
  const links = within(list).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/desk/all/t2', '/desk/all/t1']);
  expect(list.textContent).toContain('受理 11-02 09:05');
  expect(list.textContent).toContain('承诺时限 11月9日（周一）24:00 前');
  expect(rows()).toHaveLength(1);
  expect(Object.keys(localStorage).filter((key) => key.includes('draft.'))).toEqual([]);
});

test.each([
  ['九点', '2026-11-02', '请按 24 小时制填写，如 0905 或 9:05。'],
  ['14:01', '2026-11-02', whys.receivedInFuture[1]],
  ['13:59', '2026-10-03', whys.receivedTooLongAgo[1]],
])('received at %s on %s: it is said at the row, which is not sent', async (time, day, why) => {
  await open();
  write(/补录原因/, '系统停机', common());
  write(/受理日期/, day, common());
  enter(time, '东街口路灯不亮，请维修。');
  expect(lastRow().getByText(why)).toBeTruthy();
  expect(document.activeElement).toBe(lastRow().getByLabelText(/受理时间/));
  write(/受理日期/, '2026-11-02', common());
  enter('1359', '东街口路灯不亮，请维修。');
  await screen.findByRole('region', { name: '本次已补录 1 件' });
  expect(posts()).toHaveLength(1);
});

test('a list without a reason sends nothing and asks for it where it is said', async () => {
  await open();
  write(/补录原因/, '……', common());
  enter('0905', '东街口路灯不亮，请维修。');
  expect(common().getByText(/请写明补录原因/)).toBeTruthy();
  expect(document.activeElement).toBe(common().getByLabelText(/补录原因/));
  expect(posts()).toEqual([]);
});

test('a row that is refused comes back whole under the day it had, and the next one is not disturbed', async () => {
  let refuse: () => void = () => undefined;
  answer = () =>
    new Promise((resolve) => {
      refuse = () => resolve(Response.json({ code: 'invalid', message: '号码有误，请核对。' }, { status: 422 }));
    });
  await open();
  write(/补录原因/, '系统停机', common());
  write(/受理日期/, '2026-11-01', common());
  write(/来电号码/, '13900139001');
  enter('2305', '五四路工地夜间施工，噪声扰民。');
  write(/受理日期/, '2026-11-02', common());
  write(/诉求内容/, '东街口路灯');
  await waitFor(() => expect(posts()).toHaveLength(1));
  refuse();
  expect((await screen.findByRole('alert')).textContent).toContain('号码有误，请核对。');
  expect(rows()).toHaveLength(2);
  expect(typedIn(/诉求内容/)).toBe('东街口路灯');
  const refused = within(screen.getByRole('form', { name: '未登记的一件' }));
  expect(typedIn(/受理日期/, refused)).toBe('2026-11-01');
  expect(typedIn(/来电号码/, refused)).toBe('13900139001');

  answer = ({ content }) => logged(content);
  const again = () => fireEvent.click(refused.getByRole('button', { name: /登记，接着录下一件/ }));
  write(/来电号码/, '13900139002', refused);
  again();
  await screen.findByRole('region', { name: '本次已补录 1 件' });
  expect(posts()[1]?.body).toMatchObject({
    citizen: { phone: '13900139002' },
    lateEntry: { receivedAt: '2026-11-01T15:05:00.000Z' },
  });
  expect(posts()[1]?.key).not.toBe(posts()[0]?.key);
  expect(typedIn(/诉求内容/)).toBe('东街口路灯');
});

test('a row whose answer never came is back when the page is opened again, and goes under the same key', async () => {
  answer = () => null;
  const page = await open();
  write(/补录原因/, '系统停机', common());
  enter('0905', '东街口路灯不亮，请维修。');
  await waitFor(() => expect(useOutbox.getState().waiting).toHaveLength(1));
  page.unmount();
  giveUpAll();
  sessionStorage.clear();
  await open();
  expect((await screen.findByRole('alert')).textContent).toContain('内容不变就不会重复登记');
  answer = ({ content }) => logged(content);
  const row = within(screen.getByRole('form', { name: '未登记的一件' }));
  expect(typedIn(/诉求内容/, row)).toBe('东街口路灯不亮，请维修。');
  fireEvent.focus(row.getByLabelText(/受理时间/));
  fireEvent.blur(row.getByLabelText(/受理时间/));
  fireEvent.click(row.getByRole('button', { name: /登记，接着录下一件/ }));
  await screen.findByRole('region', { name: '本次已补录 1 件' });
  expect(new Set(posts().map((s) => s.key)).size).toBe(1);
  await waitFor(() => expect(drafts.size).toBe(0));
});

test('a row that was logged while the page was left is in the list and not on the page again', async () => {
  let release: () => void = () => undefined;
  answer = ({ content }) =>
    new Promise((resolve) => {
      release = () => resolve(logged(content));
    });
  const page = await open();
  write(/补录原因/, '系统停机', common());
  enter('0905', '东街口路灯不亮，请维修。');
  await waitFor(() => expect(posts()).toHaveLength(1));
  page.unmount();
  await waitFor(() => expect(drafts.size).toBe(1));
  release();
  await open();
  await screen.findByRole('region', { name: '本次已补录 1 件' });
  expect(screen.queryByRole('form', { name: '未登记的一件' })).toBeNull();
  expect(typedIn(/补录原因/, common())).toBe('系统停机');
  await waitFor(() => expect(drafts.size).toBe(0));
  fireEvent.click(screen.getByRole('button', { name: '核对完毕，清空本次清单' }));
  await screen.findByRole('region', { name: '本次已补录 0 件' });
  expect(rows()).toHaveLength(1);
  expect(typedIn(/补录原因/, common())).toBe('系统停机');
});

test('what was begun is there again, and what another tab left is brought here under its own day', async () => {
  const page = await open();
  write(/补录原因/, '系统停机', common());
  write(/诉求内容/, '东街口路灯');
  await waitFor(() => expect(drafts.get('late-list')).toBeTruthy(), { timeout: 3_000 });
  page.unmount();
  const kept = JSON.stringify(drafts.get('late-list'));
  const other = kept
    .replace('东街口路灯', '五一路井盖')
    .replace('2026-11-02', '2026-11-01')
    .replace('"id":"', '"id":"0');
  drafts.set('late-list-2', JSON.parse(other));
  await open();
  expect(typedIn(/诉求内容/)).toBe('东街口路灯');
  expect(rows()).toHaveLength(1);
  await screen.findByText('批量补录，未登记 1 件：五一路井盖', { exact: false });
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }));
  const brought = within(await screen.findByRole('form', { name: '未登记的一件' }));
  expect(typedIn(/诉求内容/, brought)).toBe('五一路井盖');
  expect(typedIn(/受理日期/, brought)).toBe('2026-11-01');
  await waitFor(() => expect(drafts.has('late-list-2')).toBe(false));
});

test('whoever comes next to this computer finds neither the list nor its reason', async () => {
  const page = await open();
  write(/补录原因/, '系统停机', common());
  enter('0905', '东街口路灯不亮，请维修。');
  await screen.findByRole('region', { name: '本次已补录 1 件' });
  page.unmount();
  signedInAs('chen', 'supervisor');
  await open();
  expect(screen.queryByRole('region', { name: '本次已补录 1 件' })).toBeNull();
  expect(typedIn(/补录原因/, common())).toBe('');
  expect(JSON.stringify({ ...localStorage })).not.toContain('系统停机');
});
