import { buildServer } from '@hotline/server/app/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
  'a body sent as %s is answered 415 with what to send instead',
  async (type) => {
    const headers = { cookie: await h.signIn('agent'), 'content-type': type };
    const answer = await h.server.inject({ method: 'POST', url: '/api/appeals', headers, payload: 'content=x' });
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toEqual({ code: 'unsupportedType', message: expect.stringContaining('application/json') });
  },
);

test('a body that is too large is answered 413', async () => {
  const headers = { cookie: await h.signIn('agent') };
  const payload = { content: '长'.repeat(200_000) };
  const answer = await h.server.inject({ method: 'POST', url: '/api/appeals', headers, payload });
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'tooLarge']);
});

test('metrics are for administrators and for whoever shows the token', async () => {
  const token = 'a-token-of-the-monitoring';
  const server = await buildServer(h.hotline, { metricsToken: token });
  const status = async (headers: Record<string, string>) =>
    (await server.inject({ url: '/metrics', headers })).statusCode;
  expect(await status({})).toBe(401);
  expect(await status({ authorization: 'Bearer not-the-token-at-all' })).toBe(401);
  expect(await status({ cookie: await h.signIn('agent') })).toBe(403);
  expect(await status({ cookie: await h.signIn('admin') })).toBe(200);
  expect(await status({ authorization: `Bearer ${token}` })).toBe(200);
  await server.close();
});
