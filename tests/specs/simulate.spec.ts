import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotlineCommand } from '../support/cli.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let url: string;
beforeAll(async () => {
  h = await openHotline();
  url = await h.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => h.close());

const simulate = (...args: string[]) =>
  hotlineCommand('file:none.db', 'simulate', 'calls', '--url', url, '--seconds', '0.2', '--talk', '0', ...args);

test('simulated citizens ring an agent through the web hook, and are answered and recorded', async () => {
  const { code, stdout } = await simulate('--rate', '20', '--json');
  const count = JSON.parse(stdout) as { answered: number; abandoned: number };
  expect([code, count.answered > 0]).toEqual([0, true]);
  const { items } = await (await h.as('supervisor')).call('calls', { query: { limit: 200 } });
  expect(items.filter((c) => c.outcome === 'answered' && c.agentId === 'p-agent' && c.hasRecording)).toHaveLength(
    count.answered,
  );
});

test('a wrong token ends it with a sentence', async () => {
  const { code, stderr } = await simulate('--token', 'no-such-token');
  expect([code, stderr.trim()]).toEqual([1, '电话系统的令牌无效或已停用，请联系管理员。']);
});
