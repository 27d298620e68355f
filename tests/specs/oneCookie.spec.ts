import { demoPassword as password } from '@hotline/server/sessions/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upgradeStatus } from '../support/console.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let cookie: string;
beforeAll(async () => {
  h = await openHotline();
  cookie = await h.signIn('watergroup');
});
afterAll(() => h.close());

const asks = (person: string | null, method = 'GET', url = '/api/tickets/counts', payload?: object) =>
  h.server.inject({
    method: method as 'GET',
    url,
    headers: { cookie, ...(person === null ? {} : { 'x-hotline-person': person }) },
    ...(payload ? { payload } : {}),
  });

test('a tab that still belongs to one person never acts as the next who signed in beside it: the server asks him to sign in', async () => {
  expect((await asks(null)).statusCode).toBe(200);
  expect((await asks('p-watergroup')).statusCode).toBe(200);
  const refused = await asks('p-dispatcher');
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'unauthenticated']);
  // What one had typed does not become the other's draft.
  const draft = await asks('p-dispatcher', 'PUT', '/api/drafts/log-appeal', { body: { content: '小陈写的' } });
  expect(draft.statusCode).toBe(401);
  expect((await asks('p-watergroup', 'GET', '/api/drafts/log-appeal')).json()).toEqual({ draft: null });
  expect((await asks('%E4%B8')).statusCode).toBe(401);
});

test('nor is its live connection fed with what the next may see', async () => {
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  const url = `${address.replace('http', 'ws')}/api/live`;
  expect(await upgradeStatus(`${url}?person=p-dispatcher`, { cookie })).toBe(401);
  expect(await upgradeStatus(`${url}?person=p-watergroup`, { cookie })).toBe(101);
});

test('whoever signs in at a browser ends the session that was there, and a late sign-out ends only his own', async () => {
  const before = await h.signIn('gas');
  const answer = await h.server.inject({
    method: 'POST',
    url: '/api/session',
    headers: { cookie: before },
    payload: { username: 'urban', password },
  });
  const after = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const statusOf = async (cookie: string, method: 'GET' | 'DELETE' = 'GET', person?: string) => {
    const headers = { cookie, ...(person ? { 'x-hotline-person': person } : {}) };
    return (await h.server.inject({ method, url: '/api/session', headers })).statusCode;
  };
  expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
  expect(await statusOf(after, 'DELETE', 'p-gas')).toBe(401);
  expect(await statusOf(after)).toBe(200);
  expect(await statusOf(after, 'DELETE', 'p-urban')).toBe(204);
});
