import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageCalls } from './calls.ts';
import type { Site } from './layout.ts';
import { siteOf } from './size.ts';

export type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: (site: Site) => string,
  status?: number,
) => FastifyReply;
export type Forms = { readonly pages: FastifyInstance; readonly portal: PageCalls; readonly show: Show };

/** Open to everybody and no part of the JSON contract; every page carries it. */
export const open = { config: { policy: 'public' as const }, schema: { hide: true } as object };

/** Pages may hold what a citizen wrote, so no browser or proxy keeps them unless the route says otherwise. */
export const showing =
  (portal: PageCalls): Show =>
  (request, reply, page, status = 200) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page(siteOf(request, portal)));
  };
