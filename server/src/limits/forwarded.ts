import type { FastifyRequest } from 'fastify';

const headers = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded'];

/** A proxy stands between, and it is none that was declared: what it says of whom it forwards is not believed. */
export const isForwarded = (request: FastifyRequest): boolean =>
  (request.ips?.length ?? 1) < 2 && headers.some((name) => request.headers[name] !== undefined);
