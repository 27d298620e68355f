import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { callbackRoutes } from './callbacks.ts';
import { callRoutes } from './calls.ts';
import { telephonyEndpoint } from './endpoint.ts';
import { recordingRoutes } from './recordings/routes.ts';
import { seatRoutes } from './seats.ts';
import { simulatorRoutes } from './simulator.ts';
import { tokenRoutes } from './tokens.ts';

/** Everything about telephone calls over HTTP. */
export async function telephonyRoutes(
  server: FastifyInstance,
  hotline: Hotline,
  recordings: string | undefined,
): Promise<void> {
  await telephonyEndpoint(server, hotline);
  callRoutes(server, hotline);
  callbackRoutes(server, hotline);
  recordingRoutes(server, hotline, recordings);
  seatRoutes(server, hotline);
  tokenRoutes(server, hotline);
  if (hotline.demo) simulatorRoutes(server, hotline);
}
