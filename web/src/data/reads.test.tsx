import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from './api.ts';
import { setLiveState } from './liveState.ts';
import { currentReads, watchReads } from './reads.ts';
import { signedInAs } from './testing/signedInAs.ts';
import { useAsked } from './useAsked.ts';
import { usePages } from './usePages.ts';
import { useRead } from './useRead.ts';

type Asked = { url: string; signal: AbortSignal; answer: (body: unknown, status?: number) => void; fail: () => void };
let asked: Asked[];
const last = () => asked.at(-1) as Asked;
beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    'fetch',
    (url: string, { signal }: { signal: AbortSignal }) =>
      new Promise<Response>((resolve, reject) => {
        const answer = (body: unknown, status = 200) => resolve(Response.json(body, { status }));
        asked.push({ url, signal, answer, fail: () => reject(new TypeError('network')) });
      }),
  );
  signedInAs('lin');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const gone = { code: 'notFound', message: '没有这篇知识。' };
const article = (id: string) =>
  renderHook(({ of }) => useRead('article', { params: { id: of } }), { initialProps: { of: id } });

test('what the server says is gone goes from the screen with its sentence; a line that fails leaves it', async () => {
  const { result } = article('a-1');
  await waitFor(() => expect(asked).toHaveLength(1));
  act(() => last().answer({ article: { id: 'a-1' } }));
  await waitFor(() => expect(result.current.value).toMatchObject({ article: { id: 'a-1' } }));

  void result.current.again();
  await waitFor(() => expect(asked).toHaveLength(2));
  act(() => last().fail());
  await waitFor(() => expect(result.current.message).toContain('连接不上服务器'));
  expect(result.current.value).not.toBeNull();

  void result.current.again();
  await waitFor(() => expect(asked).toHaveLength(3));
  act(() => last().answer(gone, 404));
  await waitFor(() => expect(result.current).toMatchObject({ value: null, message: gone.message }));
});

test('another subject never shows the one before, and its late answer is taken back and dropped', async () => {
  const { result, rerender } = article('a-1');
  await waitFor(() => expect(asked).toHaveLength(1));
  const first = last();
  rerender({ of: 'a-2' });
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(first.signal.aborted).toBe(true);
  act(() => first.answer({ article: { id: 'a-1' } }));
  expect(result.current.value).toBeNull();
  act(() => last().answer({ article: { id: 'a-2' } }));
  await waitFor(() => expect(result.current.value).toMatchObject({ article: { id: 'a-2' } }));
  rerender({ of: 'a-1' });
  expect(result.current.value).toBeNull();
});

test('what could not be read is read by itself when the line is back', async () => {
  const stop = watchReads();
  act(() => setLiveState('offline'));
  const { result } = article('a-1');
  await waitFor(() => expect(asked).toHaveLength(1));
  act(() => last().fail());
  await waitFor(() => expect(result.current.message).not.toBeNull());
  act(() => setLiveState('online'));
  await waitFor(() => expect(asked).toHaveLength(2));
  act(() => last().answer({ article: { id: 'a-1' } }));
  await waitFor(() => expect(result.current).toMatchObject({ value: { article: { id: 'a-1' } }, message: null }));
  stop();
});

test('a change that is refused as not there or not allowed asks again for everything on show about it', async () => {
  const stop = watchReads();
  article('a-1');
  article('a-2');
  await waitFor(() => expect(asked).toHaveLength(2));
  act(() => {
    for (const one of asked) one.answer({ article: { id: one.url } });
  });
  const change = api.call('retireArticle', { params: { id: 'a-1' }, body: { version: 1, reason: '过时' } });
  const refused = change.catch((error: Error) => error.message);
  await waitFor(() => expect(asked).toHaveLength(3));
  act(() => last().answer({ code: 'forbidden', message: '您没有这项操作的权限。' }, 403));
  expect(await refused).toContain('没有这项操作的权限');
  await waitFor(() => expect(asked.slice(3).map((a) => a.url)).toEqual(['/api/articles/a-1']));
  stop();
});

test('the next person has a client of his own, with nothing in it and nothing under way', async () => {
  article('a-1');
  await waitFor(() => expect(asked).toHaveLength(1));
  const before = currentReads();
  expect(before.getQueryCache().getAll()).toHaveLength(1);
  cleanup();
  signedInAs('chen');
  expect(last().signal.aborted).toBe(true);
  expect(currentReads()).not.toBe(before);
  for (const client of [before, currentReads()]) expect(client.getQueryCache().getAll()).toEqual([]);
});

test('a list goes on where it ended, and what a change answered stands in it at once', async () => {
  const { result } = renderHook(() => usePages('people', { query: {} }));
  await waitFor(() => expect(asked).toHaveLength(1));
  act(() => last().answer({ items: [{ id: 'a' }], nextCursor: 'c1' }));
  await waitFor(() => expect(result.current.more).not.toBeNull());
  void result.current.more?.();
  await waitFor(() => expect(last().url).toContain('cursor=c1'));
  act(() => last().answer({ items: [{ id: 'b' }], nextCursor: null }));
  await waitFor(() => expect(result.current.items?.map((p) => p.id)).toEqual(['a', 'b']));
  expect(result.current.more).toBeNull();
  act(() => result.current.put((page) => ({ ...page, items: page.items.filter((p) => p.id !== 'a') })));
  await waitFor(() => expect(result.current.items?.map((p) => p.id)).toEqual(['b']));
});

test('nothing is asked while there is nothing to ask, and nothing is shown of what was asked before', async () => {
  const { result, rerender } = renderHook(({ q }) => useAsked('addresses', q === '' ? null : { query: { q } }, 1), {
    initialProps: { q: '洋中' },
  });
  await waitFor(() => expect(asked).toHaveLength(1));
  act(() => last().answer({ items: [{ address: '洋中路', regionCode: null }] }));
  await waitFor(() => expect(result.current?.items).toHaveLength(1));
  rerender({ q: '' });
  expect(result.current).toBeNull();
  expect(asked).toHaveLength(1);
});
