import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLiveState } from '../liveState.ts';
import { signedInAs } from '../testing/signedInAs.ts';
import { dropDraft, useDraft } from './draft.ts';
import { keepAll } from './keepAll.ts';

type Form = { words: string };
let server: Form | null;
let connected: boolean;
let isFull: boolean;
beforeEach(() => {
  localStorage.clear();
  signedInAs('lin');
  server = null;
  connected = true;
  isFull = false;
  vi.stubGlobal('fetch', async (_url: string, { method, body }: RequestInit) => {
    if (!connected) throw new TypeError('network');
    if (isFull && method === 'PUT') return Response.json({ code: 'conflict', message: '草稿太多' }, { status: 409 });
    if (method === 'PUT') server = (JSON.parse(String(body)) as { body: Form }).body;
    if (method === 'DELETE') server = null;
    const savedAt = '2026-11-02T02:00:00.000Z';
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'GET') return Response.json({ draft: server && { key: 'a', body: server, savedAt } });
    return Response.json({ key: 'a', savedAt });
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
