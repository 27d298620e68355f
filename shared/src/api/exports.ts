import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull, Purpose } from '../schema.ts';
import { figureRoutes } from './figures.ts';
import { byId, Count, route } from './route.ts';
import { ticketRoutes } from './tickets.ts';

const { cursor: _after, limit: _page, sort: _order, ...listFilter } = ticketRoutes.tickets.query.properties;
const { cursor: _next, limit: _size, ...rowsFilter } = figureRoutes.figureRows.query.properties;

/** A file being written, or written: CSV for Excel and WPS, kept for a day, for nobody but whoever asked. */
const Export = object({
  id: Id,
  what: oneOf(['tickets', 'figure'] as const),
  status: oneOf(['running', 'ready', 'failed', 'expired'] as const),
  /** So many are written. */
  rows: Count,
  bytes: orNull(Count),
  fileName: Type.String(),
  askedAt: Instant,
  finishedAt: orNull(Instant),
  expiresAt: Instant,
  /** What to do about it, when it failed. */
  failure: orNull(Type.String()),
  /** Where the file is, once it is ready. */
  download: orNull(Type.String()),
});

/** Jobs that write what a list or a figure holds to a file. The file itself is `GET /api/exports/:id/file`. */
export const exportRoutes = {
  startExport: route({
    method: 'POST',
    path: '/api/exports',
    summary: 'Write the tickets of a list, or the rows behind a figure, to a file; with a purpose, audited',
    once: true,
    status: 201,
    body: Type.Union([
      object({ what: Type.Literal('tickets'), purpose: Purpose, query: object(listFilter) }),
      object({ what: Type.Literal('figure'), purpose: Purpose, figure: Id, query: object(rowsFilter) }),
    ]),
    answer: Export,
  }),
  export: route({
    method: 'GET',
    path: '/api/exports/:id',
    summary: 'How far my export has come',
    params: byId,
    answer: Export,
  }),
} as const;
export type Export = Type.Static<typeof Export>;
