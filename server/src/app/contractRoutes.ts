import { createHash } from 'node:crypto';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { fixedAnswer, sendFixed } from './fixedAnswers.ts';

/** The contract of all routes, for programs and as pages to read: megabytes, which are written and compressed once. */
export async function contractRoutes(server: FastifyInstance, options: RouteShorthandOptions): Promise<void> {
  let written: object | undefined;
  server.get('/api/openapi.json', options, async (request, reply) => {
    written ??= contractOf(server);
    const contract = written;
    await sendFixed(request, reply, contract, () => contract);
    return reply;
  });
  await server.register(swaggerUi, {
    routePrefix: '/api/docs',
    // Its own copies would be written anew for whoever asks. JSON is YAML too.
    uiHooks: {
      onRequest: (request, reply, next) =>
        /\/(?:json|yaml)$/.test(request.url) ? void reply.redirect('/api/openapi.json') : next(),
    },
  });
}

function contractOf(server: FastifyInstance): object {
  const contract = server.swagger();
  return fixedAnswer(contract, createHash('sha256').update(JSON.stringify(contract)).digest('base64url'));
}
