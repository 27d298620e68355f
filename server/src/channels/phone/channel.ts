import type { Channel } from '../channel.ts';
import { areaCodeRoute } from './areaCode.ts';
import { followAsterisk } from './asterisk/adapter.ts';
import { callbackRoutes } from './callbacks.ts';
import { callRoutes } from './calls.ts';
import { telephonyEndpoint } from './endpoint.ts';
import { recordingRoutes } from './recordings/routes.ts';
import { seatRoutes } from './seats.ts';
import { simulatorRoutes } from './simulator.ts';
import { tokenRoutes } from './tokens.ts';

/** Telephone calls: a web hook for any telephone system, lines to an Asterisk, and what agents see and do with calls. */
export const phone: Channel = {
  routes: async (server, hotline, { recordings }) => {
    await telephonyEndpoint(server, hotline);
    callRoutes(server, hotline);
    callbackRoutes(server, hotline);
    recordingRoutes(server, hotline, recordings);
    seatRoutes(server, hotline);
    tokenRoutes(server, hotline);
    areaCodeRoute(server, hotline);
    if (hotline.demo) simulatorRoutes(server, hotline);
  },
  listen: (hotline, { asterisk = [] }, log) => {
    const lines = asterisk.map((settings) => followAsterisk(hotline, settings, { log }));
    return async () => {
      await Promise.all(lines.map((line) => line.close()));
    };
  },
};
