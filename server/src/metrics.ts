import { collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { FastifyInstance } from 'fastify';
import type { Hub } from './live/hub.ts';

/** `/metrics` in the Prometheus text format, one registry per server. */
export function metrics(server: FastifyInstance, hub: Hub): void {
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
      this.set(hub.size());
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  server.get('/metrics', { config: { policy: 'public' }, schema: { hide: true } as object }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
