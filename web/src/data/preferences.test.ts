import { beforeEach, expect, test, vi } from 'vitest';
import { bothChanges, keepPreferences, without } from './preferences.ts';
import { changeSettings, useSettings } from './settings.ts';
import { signedInAs } from './testing/signedInAs.ts';

/** A server that keeps lines, and can be cut off. */
let kept: { version: number; preferences: Record<string, unknown> };
let sent: unknown[];
let connected: boolean;
beforeEach(() => {
  localStorage.clear();
  signedInAs('lin');
  kept = { version: 0, preferences: {} };
  sent = [];
  connected = true;
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      onmessage = null;
      postMessage() {}
      close() {}
    },
  );
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    if (!connected) throw new TypeError('network');
    if (init.method === 'PUT') {
      const { change } = JSON.parse(String(init.body)) as { change: Record<string, unknown> };
      sent.push(change);
      kept = { version: kept.version + 1, preferences: { ...kept.preferences, ...change } };
    }
    return Response.json(kept);
  });
});
const settled = () => vi.waitFor(() => expect(sent.length).toBeGreaterThan(0));

test('a change holds here at once, is sent as the field it is, and comes back after a reload before the server is asked', async () => {
  let stop = keepPreferences('lin');
  changeSettings({ textSize: 20 });
  expect(useSettings.getState().textSize).toBe(20);
  await settled();
  expect(sent).toEqual([{ textSize: 20 }]);
  stop();
  changeSettings({ textSize: 14 });
  connected = false;
  stop = keepPreferences('lin');
  expect(useSettings.getState().textSize).toBe(20);
  stop();
});

test('what another computer set meanwhile stays: only what was changed here is written over it', async () => {
  kept = { version: 7, preferences: { density: 'compact', quietFrom: '20:00' } };
  const stop = keepPreferences('lin');
  changeSettings({ sound: true });
  await settled();
  expect(sent).toEqual([{ sound: true }]);
  await vi.waitFor(() =>
    expect(useSettings.getState()).toMatchObject({ sound: true, density: 'compact', quietFrom: '20:00' }),
  );
  stop();
});

test('what was chosen without a network is sent when there is one again', async () => {
  connected = false;
  const stop = keepPreferences('lin');
  changeSettings({ keys: [{ command: 'next', key: 'm' }] });
  changeSettings({ keys: [{ command: 'help', key: 'h' }], density: 'compact' });
  expect(useSettings.getState()).toMatchObject({ keys: { next: 'm', help: 'h' }, density: 'compact' });
  await new Promise((done) => setTimeout(done));
  expect(sent).toEqual([]);
  connected = true;
  window.dispatchEvent(new Event('online'));
  await settled();
  const keys = [
    { command: 'next', key: 'm' },
    { command: 'help', key: 'h' },
  ];
  expect(sent).toEqual([{ keys, density: 'compact' }]);
  stop();
});

test('of two changes the later holds; what was taken is no longer to be sent, what changed again meanwhile is', () => {
  const both = bothChanges({ lang: 'zh', keys: [{ command: 'a', key: 'x' }] }, { keys: [{ command: 'a', key: 'y' }] });
  expect(both).toEqual({ lang: 'zh', keys: [{ command: 'a', key: 'y' }] });
  expect(without(both, { lang: 'zh', keys: [{ command: 'a', key: 'x' }] })).toEqual({
    keys: [{ command: 'a', key: 'y' }],
  });
  expect(without(both, both)).toEqual({});
});
