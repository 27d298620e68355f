import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { serveWeb } from './staticFiles.ts';

const root = mkdtempSync(join(tmpdir(), 'hotline-static-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['built for development', '{"isProduction":false}'],
  ['that does not say what it was built for', '{}'],
])('a console %s is refused with a sentence, one built for people is served', async (_, mark) => {
  mkdirSync(join(root, 'console'), { recursive: true });
  writeFileSync(join(root, 'console/index.html'), '<title>12345</title>');
  writeFileSync(join(root, 'console/bundle.json'), mark);
  await expect(serveWeb(Fastify(), root)).rejects.toThrow('不是正式版本，不能对外提供。请运行 pnpm build 重新生成');
  rmSync(join(root, 'console/bundle.json'));
  await expect(serveWeb(Fastify(), root)).rejects.toThrow('不是正式版本');

  writeFileSync(join(root, 'console/bundle.json'), '{"isProduction":true}');
  const server = Fastify();
  await serveWeb(server, root);
  expect((await server.inject('/desk/all')).body).toBe('<title>12345</title>');
  await server.close();
});

test('pages built anew beside a running server are served as they are now, page and scripts', async () => {
  mkdirSync(join(root, 'console'), { recursive: true });
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'console/bundle.json'), '{"isProduction":true}');
  const build = (hash: string) => {
    rmSync(join(root, 'assets'), { recursive: true });
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'console/index.html'), `<script src="/assets/main-${hash}.js"></script>`);
    writeFileSync(join(root, `assets/main-${hash}.js`), `run('${hash}')`);
    writeFileSync(join(root, `assets/main-${hash}.js.br`), `packed ${hash}`);
  };
  build('aaaaaaaa');
  const server = Fastify();
  await serveWeb(server, root);
  build('bbbbbbbb');
  expect((await server.inject('/')).body).toContain('/assets/main-bbbbbbbb.js');
  const script = await server.inject('/assets/main-bbbbbbbb.js');
  expect([script.body, script.headers['cache-control']]).toEqual([
    "run('bbbbbbbb')",
    'public, max-age=31536000, immutable',
  ]);
  const packed = await server.inject({ url: '/assets/main-bbbbbbbb.js', headers: { 'accept-encoding': 'br' } });
  expect([packed.body, packed.headers['content-encoding']]).toEqual(['packed bbbbbbbb', 'br']);
  expect((await server.inject('/assets/main-aaaaaaaa.js')).statusCode).toBe(404);
  expect((await server.inject('/assets/..%2F..%2Fpackage.json')).statusCode).toBeGreaterThanOrEqual(400);
  await server.close();
});

test('what has the hash of its content in its name is asked for once, in whatever encoding it is sent', async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(root, 'console'), { recursive: true });
  writeFileSync(join(root, 'console/index.html'), '<title>12345</title>');
  writeFileSync(join(root, 'console/bundle.json'), '{"isProduction":true}');
  for (const name of ['assets/desk-AbCd_12-.js', 'assets/portal.js'])
    for (const [end, content] of [
      ['', 'plain'],
      ['.br', 'brotli'],
      ['.gz', 'gzip'],
    ])
      writeFileSync(join(root, name + end), content ?? '');
  const server = Fastify();
  await serveWeb(server, root);
  const told = async (url: string, encodings: string) => {
    const { body, headers } = await server.inject({ url, headers: { 'accept-encoding': encodings } });
    return [body, headers['content-encoding'], headers['cache-control'], headers['vary']];
  };
  const forEver = 'public, max-age=31536000, immutable';
  expect(await told('/assets/desk-AbCd_12-.js', 'gzip, deflate, br')).toEqual([
    'brotli',
    'br',
    forEver,
    'accept-encoding',
  ]);
  expect(await told('/assets/desk-AbCd_12-.js', 'gzip, deflate')).toEqual(['gzip', 'gzip', forEver, 'accept-encoding']);
  expect((await told('/assets/desk-AbCd_12-.js', 'identity')).slice(0, 3)).toEqual(['plain', undefined, forEver]);
  expect((await server.inject('/assets/desk-OldOnes1.js')).statusCode).toBe(404);
  expect((await told('/assets/portal.js', 'gzip, deflate, br')).slice(0, 3)).toEqual(['brotli', 'br', 'no-cache']);
  await server.close();
});
