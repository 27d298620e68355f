import { holds } from '@hotline/shared/people/actor';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Broadcaster } from '../live/broadcaster.ts';
import { signedIn } from '../sessions/actor.ts';
import { sameToken } from '../sessions/password.ts';
import type { Hotline } from './hotline.ts';
import { misfitsOf } from './misfits.ts';

/**
 * `/metrics` in the Prometheus text format, one registry per server; for whoever shows `token` as a bearer, and for
 * administrators. Not by the caller's address: behind a proxy on the same machine the whole world calls from loopback.
 */
export function metrics(
  server: FastifyInstance,
  hotline: Hotline,
  broadcaster: Broadcaster,
  token: string | undefined,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'time to answer an HTTP request',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'hotline_consoles',
    help: 'open live connections',
    registers: [registry],
    collect() {
      this.set(broadcaster.size());
    },
  });
  new Counter({
    name: 'hotline_answer_misfits_total',
    help: 'answers that were not in the contract and left in its shape: each is a bug',
    labelNames: ['operation'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [operation, count] of Object.entries(misfitsOf(server))) this.inc({ operation }, count);
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  server.get(
    '/metrics',
    { config: { policy: administrators }, schema: { hide: true } as object },
    async (request, reply) => {
      await refuseStrangers(hotline, request, token);
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}

async function refuseStrangers(hotline: Hotline, request: FastifyRequest, token: string | undefined): Promise<void> {
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && shown && sameToken(shown, token)) return;
  const { actor } = await signedIn(hotline, request);
  if (!actor.grants.some((g) => holds(actor, administrators, g.path)))
    throw new Refusal('forbidden', '只有管理员可以查看运行指标。');
}
