import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from './api.ts';
import { writeDraft } from './drafts/keptDraft.ts';
import { keepMirror, mirror } from './drafts/mirror.ts';
import { keptHere } from './personKeys.ts';
import { currentPerson, useSession } from './session.ts';
import { followSession, leave, loadSession, signIn, signOut, useSigningOut } from './signing.ts';
import { nobodySignedIn, sessionEnds, signedInAs } from './testing/signedInAs.ts';

/** Who the cookie of this browser says is here; every request as it went. */
let cookie: string | null;
let connected: boolean;
let sent: { method: string; url: string; person: string | null; signal: AbortSignal | null | undefined }[];
let hold: Promise<void> | null;
const session = (id: string) => ({
  person: { id, username: id, name: id, grants: [{ role: 'agent', path: 'fz.' }], departments: [] },
  ...{ scopeVersion: 1, mustChangePassword: false, demo: false },
});

beforeEach(() => {
  nobodySignedIn();
  localStorage.clear();
  cookie = null;
  connected = true;
  sent = [];
  hold = null;
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { method = 'GET', signal } = init;
    sent.push({ method, url, person: new Headers(init.headers).get('x-hotline-person'), signal });
    if (!connected) throw new TypeError('network');
    if (url === '/api/session' && method === 'POST') {
      cookie = (JSON.parse(String(init.body)) as { username: string }).username;
      return Response.json(session(cookie));
    }
    if (cookie === null) return Response.json({ code: 'unauthenticated', message: '请先登录。' }, { status: 401 });
    const meant = new Headers(init.headers).get('x-hotline-person');
    if (meant !== null && meant !== cookie)
      return Response.json({ code: 'unauthenticated', message: '这台电脑上已有其他人登录。' }, { status: 401 });
    if (url === '/api/session' && method === 'DELETE') {
      cookie = null;
      return new Response(null, { status: 204 });
    }
    if (url === '/api/session') return Response.json(session(cookie));
    await hold;
    return Response.json({ key: 'a', body: {}, savedAt: '2026-11-02T02:00:00.000Z', counts: {} });
  });
});
afterEach(() => vi.unstubAllGlobals());
const urls = (method: string) => sent.filter((s) => s.method === method).map((s) => s.url);

test('sign-out first sends what only this browser has, then leaves nothing of it here', async () => {
  await signIn('lin', 'x');
  mirror('lin', 'log-appeal', '"昨天断网时写的"');
  await signOut();
  expect(urls('PUT')).toEqual(['/api/drafts/log-appeal']);
  expect(currentPerson()).toBeNull();
  expect(JSON.stringify({ ...localStorage })).not.toContain('昨天断网时写的');
});

test('what cannot be sent is asked about; whoever leaves all the same is signed out as soon as there is a server again', async () => {
  await signIn('lin', 'x');
  connected = false;
  mirror('lin', 'log-appeal', '"断网时写的"');
  await signOut();
  expect(useSigningOut.getState().unsent).toEqual({ drafts: 1, requests: 0 });
  expect(currentPerson()?.id).toBe('lin');
  await leave();
  expect(currentPerson()).toBeNull();
  expect(JSON.stringify({ ...localStorage })).not.toContain('断网时写的');

  connected = true;
  expect(cookie).toBe('lin');
  await loadSession();
  expect(cookie).toBeNull();
  expect(useSession.getState().state).toBe('out');
  expect(keptHere('sessionToEnd')).toBeNull();
});

test('a sign-out that arrives after the next person has come ends nothing of his', async () => {
  await signIn('lin', 'x');
  connected = false;
  await leave();
  // Another tab of this browser signs the next one in; what this tab still has to say comes after.
  connected = true;
  cookie = 'chen';
  await loadSession();
  expect(sent.filter((s) => s.method === 'DELETE').map((s) => s.person)).toEqual(['lin', 'lin']);
  expect(cookie).toBe('chen');
  expect(currentPerson()?.id).toBe('chen');
});

test('a server that cannot say who is here signs nobody out', async () => {
  await signIn('lin', 'x');
  connected = false;
  await loadSession();
  expect(currentPerson()?.id).toBe('lin');
});

test('an answer for a person who has gone reaches nobody, and what he asked is taken back', async () => {
  await signIn('lin', 'x');
  let release: () => void = () => undefined;
  hold = new Promise((done) => {
    release = done;
  });
  let reached = false;
  void api.call('ticketCounts', {}).then(
    () => {
      reached = true;
    },
    () => {
      reached = true;
    },
  );
  await vi.waitFor(() => expect(urls('GET')).toContain('/api/tickets/counts'));
  await signIn('chen', 'x');
  expect(sent.find((s) => s.url === '/api/tickets/counts')?.signal?.aborted).toBe(true);
  release();
  await new Promise((done) => setTimeout(done));
  expect(reached).toBe(false);
});

test('every request says for whom it is meant, and the words of one person never become a draft of the next', async () => {
  await signIn('lin', 'x');
  await api.call('ticketCounts', {});
  expect(sent.at(-1)?.person).toBe('lin');
  const body = { body: '小林的', savedAt: '2026-11-02T02:00:00.000Z', base: null, isOnServer: false };
  await signIn('chen', 'x');
  keepMirror('lin', 'log-appeal', body);
  await writeDraft('lin', 'log-appeal', '"小林的"');
  expect(urls('PUT')).toEqual([]);
  expect(JSON.stringify({ ...localStorage })).not.toContain('小林的');
});

test('other tabs hear of a sign-out and of another sign-in, in browsers without broadcast channels too', async () => {
  followSession();
  const heard = (about: string) => {
    const newValue = JSON.stringify({ topic: 'session', about, from: 'another tab' });
    window.dispatchEvent(new StorageEvent('storage', { key: 'hotline.computer/tabs', newValue }));
  };
  const written: (string | null)[] = [];
  const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key, value) => {
    if (key === 'hotline.computer/tabs') written.push(value);
  });
  await signIn('lin', 'x');
  expect(written.map((text) => JSON.parse(text ?? '') as object)).toMatchObject([{ topic: 'session', about: 'lin' }]);
  set.mockRestore();

  cookie = 'chen';
  heard('chen');
  expect(useSession.getState().state).toBe('asking');
  await vi.waitFor(() => expect(currentPerson()?.id).toBe('chen'));
  heard('');
  expect(useSession.getState().state).toBe('out');
});

test('a 401 hides the page, and the same person who signs in again finds it as it was', async () => {
  followSession();
  await signIn('lin', 'x');
  cookie = null;
  await api.call('ticketCounts', {}).catch(() => undefined);
  expect(useSession.getState()).toMatchObject({ state: 'ended', notice: expect.stringContaining('登录已失效') });
  expect(currentPerson()).toBeNull();
  // Neither a second answer that says so nor a line that fails gives the hidden page up.
  await loadSession();
  connected = false;
  await loadSession();
  connected = true;
  expect(useSession.getState().state).toBe('ended');
  await signIn('lin', 'x');
  expect(currentPerson()?.id).toBe('lin');
  sessionEnds();
  signedInAs('chen');
  expect(currentPerson()?.id).toBe('chen');
});

test('a tab that finds somebody else signed in tells the others, which may not have heard; who stays is no news', async () => {
  const told: string[] = [];
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key, value) => {
    if (key === 'hotline.computer/tabs') told.push((JSON.parse(value) as { about: string }).about);
  });
  cookie = 'chen';
  await loadSession();
  expect(told).toEqual(['chen']);
  await loadSession();
  expect(told).toEqual(['chen']);
  vi.restoreAllMocks();
});
