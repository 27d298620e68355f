import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLiveState } from '../liveState.ts';
import { signedInAs } from '../testing/signedInAs.ts';
import { dropDraft, useDraft } from './draft.ts';
import { keepAll } from './keepAll.ts';
import { keepMirror, unsentMirrors } from './mirror.ts';

type Form = { words: string };
let server: Form | null;
let connected: boolean;
let isFull: boolean;
let isLost: boolean;
let savedAt: string;
/** What the server keeps aside. */
let asides: Form[];
let reading: Promise<unknown>;
beforeEach(() => {
  isLost = false;
  savedAt = '2026-11-02T02:00:00.000Z';
  asides = [];
  reading = Promise.resolve();
  localStorage.clear();
  signedInAs('lin');
  server = null;
  connected = true;
  isFull = false;
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    if (!connected) throw new TypeError('network');
    if (isFull && method === 'PUT') return Response.json({ code: 'conflict', message: '草稿太多' }, { status: 409 });
    const of = decodeURIComponent(url.split('/').at(-1) ?? '');
    if (method === 'DELETE') {
      server = null;
      return new Response(null, { status: 204 });
    }
    if (method === 'GET') {
      await reading;
      return Response.json({ draft: server && of === 'a' ? { key: 'a', body: server, savedAt } : null });
    }
    const { body: words, base } = JSON.parse(String(body)) as { body: Form; base: string | null };
    const isOther = of === 'a' && server !== null && base !== savedAt;
    if (isOther) asides.push(server as Form);
    if (of !== 'a') asides.push(words);
    else {
      server = words;
      savedAt = new Date(Date.parse(savedAt) + 1_000).toISOString();
    }
    if (isLost) throw new TypeError('the answer got lost');
    return Response.json({ key: of, savedAt, aside: isOther ? 'a-1' : null });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open() {
  const restored: Form[] = [];
  const form = renderHook(({ body }: { body: Form | null }) => useDraft<Form>('a', body, (b) => restored.push(b)), {
    initialProps: { body: null as Form | null },
  });
  await act(async () => {
    await vi.waitFor(() => undefined);
  });
  return { ...form, restored, type: (words: string) => form.rerender({ body: { words } }) };
}

test('what was typed in the last second is on the server before a sign-out is', async () => {
  const { type } = await open();
  type('来不及等一秒');
  await act(() => keepAll());
  expect(server).toEqual({ words: '来不及等一秒' });
});

test('what the server could not take is sent when the network is back, and after a reload without another key', async () => {
  connected = false;
  act(() => setLiveState('offline'));
  const { type, result, unmount } = await open();
  type('断网时写的');
  await act(() => keepAll());
  expect(result.current.failed).toBe(true);
  connected = true;
  act(() => setLiveState('online'));
  await waitFor(() => expect(server).toEqual({ words: '断网时写的' }));
  await waitFor(() => expect(result.current.failed).toBe(false));

  connected = false;
  type('又断了');
  await act(() => keepAll());
  unmount();
  connected = true;
  const { restored } = await open();
  await waitFor(() => expect(restored).toEqual([{ words: '又断了' }]));
  await waitFor(() => expect(server).toEqual({ words: '又断了' }));
});

test('a draft the server has no room for is kept here, told why, and sent when there is room', async () => {
  isFull = true;
  const { type, result } = await open();
  type('第一百零一份');
  await act(() => keepAll());
  expect(result.current).toMatchObject({ failed: true, refusal: '草稿太多' });
  expect([server, localStorage.length]).toEqual([null, 1]);
  isFull = false;
  type('第一百零一份，又写了');
  await act(() => keepAll());
  expect(server).toEqual({ words: '第一百零一份，又写了' });
  expect(result.current.refusal).toBeUndefined();
});

test('a form that closes within the second after its words were sent leaves no draft of them', async () => {
  const { type, unmount } = await open();
  type('已经提交的话');
  await act(() => dropDraft('a'));
  unmount();
  await act(() => keepAll());
  expect(server).toBeNull();
  expect(localStorage.length).toBe(0);
});

test('who types before the earlier draft has been read loses neither: the earlier one is kept aside, and that is told', async () => {
  server = { words: '昨天写的' };
  let arrive: (value?: unknown) => void = () => undefined;
  reading = new Promise((resolve) => (arrive = resolve));
  const { type, restored, result } = await open();
  type('慢网下新打的字');
  await act(async () => arrive());
  await act(() => keepAll());
  expect(restored).toEqual([]);
  expect([server, asides]).toEqual([{ words: '慢网下新打的字' }, [{ words: '昨天写的' }]]);
  expect(result.current.isOtherAside).toBe(true);
  type('再写一些');
  await act(() => keepAll());
  expect([server, asides.length]).toEqual([{ words: '再写一些' }, 1]);
});

test('a draft that is gone on with is nobody else’s, also where the answer to a save got lost', async () => {
  server = { words: '昨天写的' };
  const { type, restored } = await open();
  await waitFor(() => expect(restored).toEqual([{ words: '昨天写的' }]));
  type('昨天写的，今天接着写');
  await act(() => keepAll());
  isLost = true;
  type('昨天写的，今天接着写，断网前');
  await act(() => keepAll());
  isLost = false;
  type('昨天写的，今天接着写，断网前，联网后');
  await act(() => keepAll());
  expect([server, asides]).toEqual([{ words: '昨天写的，今天接着写，断网前，联网后' }, []]);
});

test('what was written here and never sent, and on another computer since, is kept aside, here where the server cannot', async () => {
  server = { words: '另一台电脑上写的' };
  keepMirror('lin', 'a', {
    body: { words: '这里写的' },
    savedAt: '2026-11-01T02:00:00.000Z',
    base: null,
    isOnServer: false,
  });
  isFull = true;
  const { restored, unmount } = await open();
  await waitFor(() => expect(restored).toEqual([{ words: '另一台电脑上写的' }]));
  expect(unsentMirrors('lin').map(({ text }) => text)).toEqual([JSON.stringify({ words: '这里写的' })]);
  unmount();
  isFull = false;
  keepMirror('lin', 'a', {
    body: { words: '这里写的' },
    savedAt: '2026-11-01T02:00:00.000Z',
    base: null,
    isOnServer: false,
  });
  await open();
  await waitFor(() => expect(asides).toEqual([{ words: '这里写的' }]));
  await waitFor(() => expect(unsentMirrors('lin')).toEqual([]));
});
