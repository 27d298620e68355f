import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const ask = async (headers: Record<string, string> = {}, who = 'agent') =>
  h.server.inject({ url: '/api/catalog', headers: { cookie: await h.signIn(who), ...headers } });

test('the catalogue goes out as small as a browser can read it, and is the same in every encoding', async () => {
  const plain = await ask();
  const [br, gzip, refused] = [
    await ask({ 'accept-encoding': 'gzip, deflate, br' }),
    await ask({ 'accept-encoding': 'gzip, deflate' }),
    await ask({ 'accept-encoding': 'br;q=0, gzip;q=0' }),
  ];
  expect([br, gzip, refused].map((answer) => answer.headers['content-encoding'])).toEqual(['br', 'gzip', 'identity']);
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
  expect(refused.body).toBe(plain.body);
  expect(br.rawPayload.length * 4).toBeLessThan(plain.rawPayload.length);
  expect(plain.json().verbs.sign.term).toBe('签收');
});

test('whoever has it is sent nothing, until it is another', async () => {
  const etag = String((await ask()).headers['etag']);
  const again = await ask({ 'if-none-match': etag });
  expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
  expect((await ask({ 'if-none-match': etag }, 'urban')).statusCode).toBe(304);

  const admin = await h.as('admin');
  await admin.call('addDepartment', {
    body: {
      parentId: 'urban',
      name: '市公园管理中心',
      shortName: '公园中心',
      duties: '公园养护',
      phone: null,
      requiresApproval: false,
    },
  });
  const other = await ask({ 'if-none-match': etag });
  expect(other.statusCode).toBe(200);
  expect(other.body).toContain('市公园管理中心');
});

test('nobody who is not signed in learns of it', async () => {
  const answer = await h.server.inject({ url: '/api/catalog', headers: { 'if-none-match': '*' } });
  expect(answer.statusCode).toBe(401);
});
