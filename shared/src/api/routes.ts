import { adminRoutes } from './admin.ts';
import { appealRoutes } from './appeals.ts';
import { bulletinRoutes } from './bulletins.ts';
import { callRoutes } from './calls.ts';
import { catalogRoutes } from './catalog.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';
import { importRoutes } from './imports.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { phraseRoutes } from './phrases.ts';
import { portalRoutes } from './portal.ts';
import { preferenceRoutes } from './preferences.ts';
import type { Route } from './route.ts';
import { routingRoutes } from './routing.ts';
import { scoreRoutes } from './scores.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { ticketRoutes } from './tickets.ts';

/** The HTTP contract. Every verb of the life cycle is one more route: `POST /api/tickets/:id/<verb>`. */
export const routes = {
  ...sessionRoutes,
  ...preferenceRoutes,
  ...phraseRoutes,
  ...catalogRoutes,
  ...appealRoutes,
  ...ticketRoutes,
  ...searchRoutes,
  ...routingRoutes,
  ...knowledgeRoutes,
  ...callRoutes,
  ...figureRoutes,
  ...bulletinRoutes,
  ...scoreRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...portalRoutes,
  ...adminRoutes,
} as const satisfies Record<string, Route>;
export type Routes = typeof routes;
export type RouteName = keyof Routes;
