import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { firstPage } from './firstPage.ts';
import { install, prepared, readPlan } from './install.ts';

/** Without what is mistaken for something else. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 31¹² codes, and so few tries: nobody guesses it. */
const maxTries = 20;

/** 安装口令: shown where the server was started, so that only whoever runs it founds its first centre. */
export const newInstallationCode = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );

/** Takes the installation workbook of an empty store; once it has a centre, there is nothing here any more. */
export function installationRoute(server: FastifyInstance, hotline: Hotline, code: string): void {
  let tries = 0;
  // Every page of an empty store says how to go on: there is nobody yet who could sign in.
  server.addHook('onRequest', async (request, reply) => {
    const isPage = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '');
    if (!isPage || request.url.startsWith('/api/') || !isEmpty(hotline)) return;
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(firstPage(request.host));
  });
  void server.register((scope, _, ready) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (__, body, done) => done(null, body));
    const options = {
      ...{ config: { policy: 'public' as const }, bodyLimit: 20 * 1024 * 1024 },
      schema: {
        summary: 'Found the first centre of an empty store from a workbook, with the code shown at the start',
      } as object,
    };
    scope.post<{ Body: Buffer }>('/api/installation', options, async (request) => {
      if (!isEmpty(hotline)) throw new Refusal('notFound', '本系统已经安装，请登录后在「管理」中修改。');
      if (tries >= maxTries) throw new Refusal('tooMany', '安装口令输错次数过多，请重新启动服务，用新的口令。');
      if (!isSame(String(request.headers['x-installation-code'] ?? ''), code)) {
        tries++;
        throw new Refusal('forbidden', '安装口令不正确。口令在服务启动时显示，请核对后重试。');
      }
      const { plan, flaws } = await readSent(request.body);
      if (flaws.length > 0) {
        const listed = flaws.map((f) => `「${f.sheet}」第 ${f.row} 行「${f.column}」：${f.sentence}`).join('\n');
        throw new Refusal('invalid', `共 ${flaws.length} 处要改，什么也没有写入：\n${listed}`, { flaws });
      }
      const all = await prepared(plan);
      await hotline.writer.write(
        async (tx) => {
          await install(tx, all, hotline.now());
          return { result: undefined, events: [], deltas: [] };
        },
        { lane: 'administration', alone: true },
      );
      await hotline.catalog.reload();
      return { id: plan.centre.id, passwords: all.passwords };
    });
    ready();
  });
}

export const isEmpty = (hotline: Hotline): boolean => hotline.catalog.directory().centres.size === 0;

async function readSent(bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'hotline-installation-'));
  try {
    const file = join(folder, 'sent.xlsx');
    await writeFile(file, bytes, { mode: 0o600 });
    return await readPlan(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string) => timingSafeEqual(digest(a.trim().toUpperCase()), digest(b));
