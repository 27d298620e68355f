import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '@hotline/db/people/people';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { countGuess, refuseGuesser } from '../limits/guesses.ts';
import { requesterOf } from '../limits/requester.ts';
import { firstPage } from './firstPage.ts';
import { install, prepared, readPlan } from './install.ts';

/** Without what is mistaken for something else. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** 安装口令, another at each start: shown where the server was started, so that only whoever runs it founds a centre. */
export const newInstallationCode = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );

/** Takes an installation workbook: the first centre of an empty store, or one more beside those that are there. */
export function installationRoute(server: FastifyInstance, hotline: Hotline, code: string): void {
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
        summary: 'Found a centre from a workbook, with the code shown at the start',
      } as object,
    };
    scope.post<{ Body: Buffer }>('/api/installation', options, async (request) => {
      await refuseWrongCode(hotline, request, code);
      const { plan, flaws } = await readSent(request.body);
      if (flaws.length > 0) {
        const listed = flaws.map((f) => `「${f.sheet}」第 ${f.row} 行「${f.column}」：${f.sentence}`).join('\n');
        throw new Refusal('invalid', `共 ${flaws.length} 处要改，什么也没有写入：\n${listed}`, { flaws });
      }
      const all = await prepared(plan);
      await hotline.writer.write(
        async (tx) => {
          const at = hotline.now();
          await install(tx, all, at);
          await audit(tx, { at, personId: 'system', act: 'foundCentre', subjectId: plan.centre.id, purpose: null });
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

/** 31¹² codes, and few tries: nobody guesses it. @throws Refusal forbidden, tooMany */
async function refuseWrongCode({ limits }: Hotline, request: FastifyRequest, code: string): Promise<void> {
  const requester = requesterOf(request);
  const guess = { limits, requester, about: 'installation', each: 'wrongInstallation' } as const;
  await refuseGuesser(guess);
  if (isSame(String(request.headers['x-installation-code'] ?? ''), code)) return;
  await countGuess(guess);
  throw new Refusal('forbidden', '安装口令不正确。口令在服务启动时显示，请核对后重试。');
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
