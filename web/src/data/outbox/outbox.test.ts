import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../api.ts';
import { setLiveState } from '../liveState.ts';
import { signedInAs } from '../testing/signedInAs.ts';
import { giveUpAll, useOutbox } from './outbox.ts';

const asked: { url: string; key: string | null }[] = [];
let line: 'up' | 'down' | 'answerLost' = 'up';
vi.stubGlobal('fetch', async (url: string, { headers }: { headers: Record<string, string> }) => {
  if (line === 'down') throw new TypeError('no line');
  asked.push({ url, key: headers['idempotency-key'] ?? null });
  if (line === 'answerLost') throw new TypeError('line cut');
  return new Response('{}', { status: 200 });
});
beforeEach(() => signedInAs('lin'));
afterEach(() => {
  asked.length = 0;
  line = 'up';
  setLiveState('online');
});
const urge = (note: string, key: string) => api.act('t1', 'urge', null, { note }, key);
const backOnline = () => {
  line = 'up';
  setLiveState('connecting');
  setLiveState('online');
};

test('what got no answer goes again under the same key as soon as the line is back', async () => {
  line = 'answerLost';
  const done = urge('请尽快', 'k1');
  await vi.waitFor(() => expect(useOutbox.getState().waiting).toHaveLength(1));
  backOnline();
  await done;
  expect(asked.map((a) => a.key)).toEqual(['k1', 'k1']);
  expect(useOutbox.getState().waiting).toEqual([]);
});

test('given up, the form is told; the same thing sent later keeps its key, something else gets its own', async () => {
  line = 'answerLost';
  const given = urge('再催', 'k2').catch((error: Error) => error.message);
  await vi.waitFor(() => expect(useOutbox.getState().waiting).toHaveLength(1));
  giveUpAll();
  expect(await given).toContain('您填写的内容已保留');
  line = 'up';
  await urge('再催', 'k3');
  await urge('另一件', 'k4');
  await urge('再催', 'k5');
  expect(asked.map((a) => a.key)).toEqual(['k2', 'k2', 'k4', 'k5']);
});

test('a question is not sent again by itself: whoever asked shows that there is no line', async () => {
  line = 'down';
  await expect(api.call('ticketCounts', {})).rejects.toThrow('连接不上服务器');
  expect(useOutbox.getState().waiting).toEqual([]);
});
