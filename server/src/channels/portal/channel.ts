import type { Channel } from '../channel.ts';
import { portalPages } from './forms.ts';
import { portalCalls, portalRoutes } from './routes.ts';
import { siteFacts } from './siteFacts.ts';

/** The citizens' pages and their JSON routes. */
export const portal: Channel = {
  routes: async (server, hotline) => {
    const calls = portalCalls(hotline);
    portalRoutes(server, hotline, calls);
    await server.register(portalPages, { ...calls, ...siteFacts(hotline) });
  },
};
