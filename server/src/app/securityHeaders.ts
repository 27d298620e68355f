import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Of these browsers take no notice on pages that came by plain http, or complain of them. */
const secureOnly = ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster'];

/** Helmet's headers on every answer. They are the same for all of them, so they are worked out once, not at each. */
export function securityHeaders(server: FastifyInstance): void {
  const secure: Record<string, string> = {};
  const noted = {
    setHeader: (name: string, value: string) => {
      secure[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const directives = { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null };
  // Of request and answer Helmet uses these two methods and nothing else.
  helmet({ contentSecurityPolicy: { directives } })({} as IncomingMessage, noted as unknown as ServerResponse, refuse);
  const plain = Object.fromEntries(Object.entries(secure).filter(([name]) => !secureOnly.includes(name)));
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.protocol === 'https' ? secure : plain);
    done();
  });
}

const refuse = (error?: unknown) => {
  if (error) throw error;
};
