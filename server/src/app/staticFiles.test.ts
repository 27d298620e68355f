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
