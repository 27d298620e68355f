import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';

/**
 * The built console and portal; any other page address is the console's own.
 * @throws Refusal with a sentence where the pages were built for development
 */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  refuseDevelopment(root);
  const anyPage = { config: { policy: 'public' as const }, schema: { hide: true } as object };
  await server.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    cacheControl: false,
    // The build wrote them; compressing again at each request is what an agent would wait for.
    preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  });
  // What a build made since the start is served too: its page names scripts that nobody knew then.
  server.get<{ Params: { '*': string } }>('/assets/*', anyPage, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`),
  );
  const page = existsSync(join(root, 'console/index.html')) ? 'console/index.html' : 'index.html';
  server.get('/*', anyPage, async (request, reply) => {
    // A page in place of a script that an upgrade took away would be a fault nobody understands.
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.sendFile(page);
  });
}

/** A development build is several times slower, tells visitors how the code is written, and comes of a test or a wrong NODE_ENV. */
function refuseDevelopment(root: string): void {
  const mark = join(root, 'console/bundle.json');
  const isProduction =
    existsSync(mark) && (JSON.parse(readFileSync(mark, 'utf8')) as { isProduction?: unknown }).isProduction;
  if (isProduction !== true)
    throw new Refusal(
      'invalid',
      `${root} 里的网页不是正式版本，不能对外提供。请运行 pnpm build 重新生成，再启动服务。`,
    );
}

/** A name with the hash of its content never means anything else; every other name is asked for again, by its ETag. */
const cacheControl = (path: string) =>
  /\/assets\/[^/]+-[\w-]{8}\.\w+(?:\.br|\.gz)?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
