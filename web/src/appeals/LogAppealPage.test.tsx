import { whys } from '@hotline/shared/ticket/why';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveUpAll, useOutbox } from '../data/outbox/outbox.ts';
import { useSession } from '../data/session.ts';
import { LogAppealPage } from './LogAppealPage.tsx';

type Sent = { method: string; url: string; key: string | null; body: unknown };
let sent: Sent[] = [];
let connected = false;
let dueAt = '';

beforeEach(() => {
  sent = [];
  connected = false;
  dueAt = '2126-11-27T16:00:00.000Z';
  localStorage.clear();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { method = 'GET' } = init;
    const key = new Headers(init.headers).get('idempotency-key');
    sent.push({ method, url, key, body: JSON.parse(String(init.body ?? 'null')) });
    if (!connected) throw new TypeError('network');
    if (url === '/api/appeals') {
      const appeal = {
        id: 'a1',
        number: '26112300001',
        queryCode: 'K7M2',
        promiseClock: { dueAt },
      };
      return Response.json({ appeal, ticket: { id: 't1', version: 1 }, seq: 1 }, { status: 201 });
    }
    if (url.startsWith('/api/drafts/') && method === 'GET') return Response.json({ draft: null });
    return Response.json({ code: 'notFound', message: '没有' }, { status: 404 });
  });
  const grants = [{ role: 'agent' as const, path: 'fz.' }];
  const person = { id: 'lin', username: 'agent', name: '小林', grants, departments: [] };
  useSession.setState({ state: 'in', person, scopeVersion: 1, demo: true }, true);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const content = () => screen.getByLabelText<HTMLTextAreaElement>(/诉求内容/);
const open = () =>
  render(
    <MemoryRouter>
      <LogAppealPage />
    </MemoryRouter>,
  );
const words = '五一北路爆管，路面大量冒水，请尽快抢修。';

test('everything typed survives a failed request, and the retry repeats the same key', async () => {
  open();
  fireEvent.change(content(), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await waitFor(() => expect(useOutbox.getState().waiting).toHaveLength(1));
  giveUpAll();
  expect((await screen.findByRole('alert')).textContent).toContain('连接不上服务器');
  expect(content().value).toBe(words);

  connected = true;
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByRole('heading', { name: '登记成功' });
  expect(screen.getByText('26112300001')).toBeTruthy();
  const keys = sent.filter((s) => s.url === '/api/appeals' && s.method === 'POST').map((s) => s.key);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('a page opened again after a failure finds the draft kept on this computer', async () => {
  open();
  await waitFor(() => expect(sent.some((s) => s.url === '/api/drafts/log-appeal')).toBe(true));
  await waitFor(() => {
    fireEvent.change(content(), { target: { value: `${words}${Math.random()}` } });
    expect(localStorage.length).toBe(1);
  });
  const typed = content().value;
  cleanup();
  open();
  await waitFor(() => expect(content().value).toBe(typed));
});

test('words and a title that say nothing are told on the form, and nothing is sent', async () => {
  const sent = vi.fn(globalThis.fetch);
  vi.stubGlobal('fetch', sent);
  open();
  fireEvent.change(content(), { target: { value: '😀😀😀😀😀' } });
  fireEvent.change(screen.getByLabelText(/^标题/), { target: { value: '灯' } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByText('只有标点或符号，请写明内容。');
  await screen.findByText('请至少填写 2 个字。');
  expect(sent.mock.calls.filter(([url]) => url === '/api/appeals')).toEqual([]);
});

test('what was refused about the words is told until they are others', async () => {
  const answer = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
    url === '/api/appeals'
      ? Response.json({ code: 'invalid', message: '诉求内容与已登记的重复，请核对。' }, { status: 400 })
      : answer(url, init),
  );
  open();
  fireEvent.change(content(), { target: { value: '五一路路灯不亮。' } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('诉求内容与已登记的重复');
  fireEvent.change(content(), { target: { value: words } });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an emergency is sent whatever is written: what the server cannot keep of it, it says', async () => {
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    const { length } = String(JSON.parse(String(body ?? 'null'))?.citizen?.name ?? '');
    return Response.json({ code: 'invalid', message: `姓名有 ${length} 字` }, { status: 400 });
  });
  open();
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '长'.repeat(61) } });
  fireEvent.click(screen.getByRole('button', { name: /^转 110/ }));
  fireEvent.click(screen.getByRole('button', { name: /登记并移送 110/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('姓名有 61 字');
});

test('a history is looked for under every number that can be read, and none is told of one that cannot', async () => {
  connected = true;
  const answer = globalThis.fetch;
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!url.includes('phone=')) return answer(url, init);
    asked.push(new URL(url, 'http://hotline').searchParams.get('phone') ?? '');
    return Response.json({ items: [] });
  });
  open();
  const phone = screen.getByLabelText(/来电号码/);
  fireEvent.change(phone, { target: { value: '＋８６　１３８００１３８０００' } });
  await screen.findByText('历史诉求 0 件');
  fireEvent.change(phone, { target: { value: '138****8000' } });
  expect(screen.queryByText(/历史诉求/)).toBeNull();
  expect(asked).toEqual(['＋８６　１３８００１３８０００']);
});

test('no shortcut fires while an input method is composing', () => {
  open();
  fireEvent.change(content(), { target: { value: words } });
  fireEvent.keyDown(content(), { key: 'Enter', ctrlKey: true, isComposing: true });
  fireEvent.keyDown(content(), { key: 'Enter', ctrlKey: true, keyCode: 229 });
  fireEvent.keyDown(content(), { key: 'Enter' });
  expect(sent.some((s) => s.url === '/api/appeals' && s.method === 'POST')).toBe(false);
});

test('a logged appeal leaves no draft behind, however quickly it was sent', async () => {
  connected = true;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  open();
  await waitFor(() => expect(sent.some((s) => s.url === '/api/drafts/log-appeal')).toBe(true));
  fireEvent.change(content(), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByRole('heading', { name: '登记成功' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent.filter((s) => s.method === 'PUT')).toEqual([]);
  expect(localStorage.length).toBe(0);
  vi.useRealTimers();
});

test('a gap that a phrase left open is shown before the words are sent, and sent as it is when it is meant so', async () => {
  connected = true;
  open();
  const logged = () => sent.some((s) => s.url === '/api/appeals' && s.method === 'POST');
  fireEvent.change(content(), { target: { value: '市民来电反映，{何事}，希望处理。' } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('{何事} 还没有填写');
  expect(content().value.slice(content().selectionStart, content().selectionEnd)).toBe('{何事}');
  expect(logged()).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByRole('heading', { name: '登记成功' });
});

test('a receipt says when its due has passed, as a late entry may have it', async () => {
  connected = true;
  dueAt = '2026-11-20T16:00:00.000Z';
  open();
  fireEvent.change(content(), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByText(/前（承诺已超期）$/);
});

test('a late entry is sent with when it was received and why, and not before both are said', async () => {
  connected = true;
  open();
  fireEvent.change(content(), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: /补录/ }));
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByText('请填写实际受理时间。');
  await screen.findByText(/请写明补录原因/);
  expect(sent.some((s) => s.url === '/api/appeals')).toBe(false);
  fireEvent.change(screen.getByLabelText(/实际受理时间/), { target: { value: '2999-11-23T09:00' } });
  await screen.findByText(whys.receivedInFuture[1]);
  fireEvent.change(screen.getByLabelText(/实际受理时间/), { target: { value: '2026-11-23T09:00' } });
  fireEvent.change(screen.getByLabelText(/补录原因/), { target: { value: '系统停机' } });
  fireEvent.click(screen.getByRole('button', { name: /提交并派单/ }));
  await screen.findByRole('heading', { name: '登记成功' });
  const lateEntry = { receivedAt: '2026-11-23T01:00:00.000Z', reason: '系统停机' };
  expect(sent.find((s) => s.url === '/api/appeals')?.body).toMatchObject({ lateEntry });
});

test('a person who may not enter late is not offered it', () => {
  const grants = [{ role: 'dispatcher' as const, path: 'fz.' }];
  const person = { id: 'chen', username: 'dispatcher', name: '小陈', grants, departments: [] };
  useSession.setState({ state: 'in', person, scopeVersion: 1, demo: true }, true);
  open();
  expect(screen.queryByRole('button', { name: /补录/ })).toBeNull();
});

test('an appeal begun elsewhere and never sent is listed, gone on with here, or discarded when it is said twice', async () => {
  connected = true;
  const kept = ['log-appeal-2', 'log-appeal-3', 'reply-d1'].map((key) => ({
    key,
    savedAt: '2026-11-23T01:00:00.000Z',
    body: { content: `${key}：路灯不亮` },
  }));
  const answer = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const dropped = sent.filter((s) => s.method === 'DELETE').map((s) => s.url);
    const there = kept.filter((d) => !dropped.includes(`/api/drafts/${d.key}`));
    if (url === '/api/drafts') return Response.json({ items: there });
    const named = there.find((d) => url === `/api/drafts/${d.key}`);
    return named && init.method === 'GET' ? Response.json({ draft: named }) : answer(url, init);
  });
  open();
  await screen.findByText('未提交的登记 2 份');
  fireEvent.click(screen.getAllByRole('button', { name: '删除' })[1] as HTMLElement);
  expect(sent.some((s) => s.method === 'DELETE')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: /确认删除/ }));
  await screen.findByText('未提交的登记 1 份');
  expect(sent.filter((s) => s.method === 'DELETE').map((s) => s.url)).toEqual(['/api/drafts/log-appeal-3']);
  fireEvent.click(screen.getByRole('button', { name: '继续填写' }));
  await waitFor(() => expect(content().value).toBe('log-appeal-2：路灯不亮'));
  const isKept = () => sent.some((s) => s.method === 'PUT' && s.url === '/api/drafts/log-appeal');
  // Kept a second after the last letter.
  await waitFor(() => expect(isKept()).toBe(true), { timeout: 5_000 });
});

test('what another tab has open is listed as such: nobody takes it over or drops it there', async () => {
  connected = true;
  const draft = { key: 'log-appeal-2', savedAt: '2026-11-23T01:00:00.000Z', body: { content: '路灯不亮' } };
  const answer = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url === '/api/drafts') return Response.json({ items: [draft] });
    if (url === '/api/drafts/log-appeal-2' && init.method === 'GET') return Response.json({ draft });
    return answer(url, init);
  });
  const other = new BroadcastChannel('hotline.tabs');
  let isOpen = true;
  other.onmessage = ({ data }) => {
    const { base, key } = JSON.parse(data.about);
    const about = JSON.stringify({ base: 'log-appeal', key: 'log-appeal-2', since: 1 });
    if (isOpen && key === null && ['log-appeal', 'log-appeal-2'].includes(base))
      other.postMessage({ topic: 'draft', about, from: 'other' });
  };
  open();
  await screen.findByText('正在另一个标签页中填写，请到那里继续');
  expect(screen.queryByRole('button', { name: '继续填写' })).toBeNull();
  // That tab was closed: what it left is found.
  isOpen = false;
  fireEvent.focus(window);
  fireEvent.click(await screen.findByRole('button', { name: '继续填写' }));
  await waitFor(() => expect(content().value).toBe('路灯不亮'));
  await waitFor(() =>
    expect(sent.filter((s) => s.method === 'DELETE').map((s) => s.url)).toEqual(['/api/drafts/log-appeal-2']),
  );
  other.close();
});

test('what another tab opened or sent since the list was read is not taken from it', async () => {
  connected = true;
  const draft = { key: 'log-appeal-2', savedAt: '2026-11-23T01:00:00.000Z', body: { content: '路灯不亮' } };
  const answer = globalThis.fetch;
  let isThere = true;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url === '/api/drafts') return Response.json({ items: isThere ? [draft] : [] });
    return answer(url, init);
  });
  open();
  const resume = await screen.findByRole('button', { name: '继续填写' });
  isThere = false;
  fireEvent.click(resume);
  await waitFor(() => expect(screen.queryByRole('button', { name: '继续填写' })).toBeNull());
  expect(content().value).toBe('');
  expect(sent.some((s) => s.method === 'DELETE')).toBe(false);
});
