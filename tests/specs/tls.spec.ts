import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { readConfig } from '@hotline/server/app/config';
import { buildServer } from '@hotline/server/app/server';
import { afterAll, test as base, beforeAll, expect } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-tls-'));
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
let h: TestHotline;
let port: number;
let server: Awaited<ReturnType<typeof buildServer>>;

/** What makes certificates. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.log('https is not tested: there is no openssl to make a certificate with');
const test = base.skipIf(!hasOpenssl);

beforeAll(async () => {
  if (!hasOpenssl) return;
  certify('first.test');
  h = await openHotline();
  server = await buildServer(h.hotline, { tls: files });
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  await server?.close();
  await h?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A certificate of its own for this name, with the key that fits. */
function certify(name: string): void {
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const where = ['-subj', `/CN=${name}`, '-keyout', files.key, '-out', files.cert];
  execFileSync('openssl', ['req', ...made, ...where], { stdio: 'ignore' });
}

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; of?: string };
function ask(
  path: string,
  { secure = true, body = undefined as object | undefined, cookie = '' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}) };
    const options = { port, path, method: body ? 'POST' : 'GET', headers, agent: false, rejectUnauthorized: false };
    const sent = (secure ? secureRequest : plainRequest)(options, (answer) => {
      const of = secure ? (answer.socket as TLSSocket).getPeerCertificate().subject.CN : '';
      answer.resume().on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, of: String(of) }));
    });
    sent.on('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}

test('https is served with the certificate, and tells browsers to come by https alone', async () => {
  const answer = await ask('/healthz');
  expect(answer).toMatchObject({ status: 200, of: 'first.test' });
  expect(answer.headers['strict-transport-security']).toContain('max-age=');
  expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
});

test('whoever comes by plain http to the same port is sent to https, the same address', async () => {
  const answer = await ask('/desk/dispatch?tab=open', { secure: false });
  expect(answer.status).toBe(308);
  expect(answer.headers.location).toBe(`https://localhost:${port}/desk/dispatch?tab=open`);
});

test('over https the session’s cookie is secure and bound to this host, and is what is read', async () => {
  const answer = await ask('/api/session', { body: { username: 'agent', password: 'hotline-demo' } });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^__Host-hotline_session=[^;]+; .*Path=\/; HttpOnly; Secure; SameSite=Strict/);
  expect((await ask('/api/session', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  expect((await ask('/api/session', { cookie: await h.signIn('agent') })).status).toBe(401);
});

test('over plain http nothing is said that only secure pages may hear', async () => {
  const answer = await h.server.inject({ url: '/healthz' });
  for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster'])
    expect(answer.headers[name]).toBeUndefined();
  expect(await h.signIn('agent')).toMatch(/^hotline_session=/);
});

test('a renewed certificate is served without a restart', async () => {
  certify('renewed.test');
  await expect.poll(async () => (await ask('/healthz')).of, { timeout: 30_000, interval: 500 }).toBe('renewed.test');
});

test('a certificate without its key, and files that are not there, stop the start with a sentence', async () => {
  expect(() => readConfig({ HOTLINE_TLS_CERT: '/a.pem' })).toThrow(
    'HOTLINE_TLS_CERT 和 HOTLINE_TLS_KEY 必须同时设置。',
  );
  const missing = { cert: join(folder, 'none.pem'), key: files.key };
  await expect(buildServer(h.hotline, { tls: missing })).rejects.toThrow('证书或私钥不能用');
});
