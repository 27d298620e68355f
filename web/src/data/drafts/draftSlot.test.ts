import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { heldElsewhere, useDraftSlot } from './draftSlot.ts';

type Said = { base: string; key: string | null; since: number };
let other: BroadcastChannel;
let heard: Said[];
beforeEach(() => {
  sessionStorage.clear();
  heard = [];
  other = new BroadcastChannel('hotline.tabs');
});
afterEach(() => {
  cleanup();
  other.close();
});

const say = (said: Said) => other.postMessage({ topic: 'draft', about: JSON.stringify(said), from: 'other' });
/** Another tab that holds this draft since then, and says so whenever it is asked. */
function holds(key: string, since: number) {
  other.onmessage = ({ data }) => {
    const said = JSON.parse(data.about) as Said;
    heard.push(said);
    if (said.key === null || (said.key === key && said.since > since)) say({ base: 'log-appeal', key, since });
  };
}
const slot = () => renderHook(() => useDraftSlot('log-appeal')).result;

test('the only tab finds what the last one left', async () => {
  const own = slot();
  expect(own.current).toBeNull();
  await waitFor(() => expect(own.current).toBe('log-appeal'));
});

test('two tabs never write into one draft, so neither empties the other', async () => {
  holds('log-appeal', 1);
  const own = slot();
  await waitFor(() => expect(own.current).toBe('log-appeal-2'));
  expect(heard.at(-1)).toMatchObject({ key: 'log-appeal-2' });
});

test('a tab that is loaded again has its own draft again, though the first has become free', async () => {
  holds('log-appeal', 1);
  const before = slot();
  await waitFor(() => expect(before.current).toBe('log-appeal-2'));
  cleanup();
  other.onmessage = null;
  const after = slot();
  await waitFor(() => expect(after.current).toBe('log-appeal-2'));
});

test('a tab that answers late keeps its draft, and the newcomer goes on with another', async () => {
  const own = slot();
  await waitFor(() => expect(own.current).toBe('log-appeal'));
  say({ base: 'log-appeal', key: 'log-appeal', since: 1 });
  await waitFor(() => expect(own.current).toBe('log-appeal-2'));
});

test('a tab that is asked for its draft by name says that it holds it, whatever form it is of', async () => {
  holds('log-appeal', 1);
  const own = slot();
  await waitFor(() => expect(own.current).toBe('log-appeal-2'));
  other.onmessage = ({ data }) => heard.push(JSON.parse(data.about) as Said);
  say({ base: 'log-appeal-2', key: null, since: 0 });
  await waitFor(() => expect(heard.at(-1)).toMatchObject({ base: 'log-appeal', key: 'log-appeal-2' }));
});

test('which drafts other tabs have open is asked by name, and nobody answers for what is free', async () => {
  other.onmessage = ({ data }) => {
    const said = JSON.parse(data.about) as Said;
    if (said.base === 'late-list-2') say({ base: 'late-list', key: 'late-list-2', since: 1 });
  };
  expect([...(await heldElsewhere(['log-appeal-2', 'late-list-2']))]).toEqual(['late-list-2']);
});

test('a newcomer that takes the same one is told that it is held', async () => {
  const own = slot();
  await waitFor(() => expect(own.current).toBe('log-appeal'));
  other.onmessage = ({ data }) => heard.push(JSON.parse(data.about) as Said);
  say({ base: 'log-appeal', key: 'log-appeal', since: Date.now() + 1_000 });
  await waitFor(() => expect(heard.at(-1)).toMatchObject({ key: 'log-appeal' }));
  expect(own.current).toBe('log-appeal');
});
