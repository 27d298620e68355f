import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built console and portal; any other page address is the console's own. */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  await server.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  });
  const page = existsSync(join(root, 'console/index.html')) ? 'console/index.html' : 'index.html';
  const anyPage = { config: { policy: 'public' as const }, schema: { hide: true } as object };
  server.get('/*', anyPage, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.sendFile(page);
  });
}

/** A name with the hash of its content never means anything else; every other name is asked for again, by its ETag. */
const cacheControl = (path: string) =>
  /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
