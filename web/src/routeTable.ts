import type { Routes } from '@hotline/shared/api/routes';

type Table = { [N in keyof Routes]: Pick<Routes[N], 'method' | 'path'> };

/** Method and path of each route and nothing else: schemas and verbs stay out of the browser. The compiler compares. */
export const routeTable: Table = {
  signIn: { method: 'POST', path: '/api/session' },
  session: { method: 'GET', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  catalog: { method: 'GET', path: '/api/catalog' },
  getDraft: { method: 'GET', path: '/api/drafts/:key' },
  putDraft: { method: 'PUT', path: '/api/drafts/:key' },
  deleteDraft: { method: 'DELETE', path: '/api/drafts/:key' },
  logAppeal: { method: 'POST', path: '/api/appeals' },
  appealsByPhone: { method: 'GET', path: '/api/appeals' },
  revealAppeal: { method: 'POST', path: '/api/appeals/:id/reveal' },
  tickets: { method: 'GET', path: '/api/tickets' },
  ticketCounts: { method: 'GET', path: '/api/tickets/counts' },
  ticket: { method: 'GET', path: '/api/tickets/:id' },
  ticketEvents: { method: 'GET', path: '/api/tickets/:id/events' },
  figures: { method: 'GET', path: '/api/figures' },
  board: { method: 'GET', path: '/api/board' },
  figure: { method: 'GET', path: '/api/figures/:name' },
  figureRows: { method: 'GET', path: '/api/figures/:name/rows' },
  bulletins: { method: 'GET', path: '/api/bulletins' },
  bulletin: { method: 'GET', path: '/api/bulletins/:month' },
  publishBulletin: { method: 'POST', path: '/api/bulletins' },
  portalAppeal: { method: 'POST', path: '/api/portal/appeals' },
  portalLookup: { method: 'POST', path: '/api/portal/lookup' },
  portalUrge: { method: 'POST', path: '/api/portal/appeals/:number/urge' },
  portalRate: { method: 'POST', path: '/api/portal/appeals/:number/rate' },
  portalWithdraw: { method: 'POST', path: '/api/portal/appeals/:number/withdraw' },
};
