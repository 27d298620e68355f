import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { requesterOf } from '../limits/requester.ts';
import { shownToken } from './actor.ts';
import { tokenHash } from './password.ts';

/** Asked by whoever watches over the hotline, and files that a browser asks for once. */
const exempt = /^\/(healthz|readyz|metrics|assets\/|console\/)/;

/**
 * Counts requests nobody is signed in for by their address. Whoever is signed in is counted as himself (`actor.ts`),
 * so that an office with one address is not shut out by its neighbours.
 */
export function refuseFloods(server: FastifyInstance, { limits, sessions }: Hotline): void {
  server.addHook('onRequest', async (request) => {
    if (exempt.test(request.url)) return;
    const { token } = shownToken(request);
    if (token && sessions.knows(tokenHash(token))) return;
    for (const { subject, fold } of requesterOf(request)) limits.request('address', subject, fold);
  });
}
