import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Helmet's headers on every answer. They are the same for all of them, so they are worked out once, not at each. */
export function securityHeaders(server: FastifyInstance): void {
  const headers: Record<string, string> = {};
  const noted = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const directives = { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null };
  // Of request and answer Helmet uses these two methods and nothing else.
  helmet({ contentSecurityPolicy: { directives } })({} as IncomingMessage, noted as unknown as ServerResponse, refuse);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

const refuse = (error?: unknown) => {
  if (error) throw error;
};
