import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull } from '../schema.ts';
import { searchedParts } from '../search/document.ts';
import { SoughtWords, ViewName } from '../search/sought.ts';
import { byId, Count, listOf, none, route } from './route.ts';
import { Paging, TicketFilter, TicketRow } from './tickets.ts';

const Found = object({
  ticket: TicketRow,
  /** Where the words stand, at most three places; `number` and `phone` show no text. */
  places: Type.Array(
    object({
      part: oneOf([...searchedParts, 'number', 'phone'] as const),
      text: Type.String(),
      marks: Type.Array(Type.Tuple([Count, Count])),
    }),
  ),
});

const audiences = ['private', 'department', 'centre'] as const;
const View = object({
  id: Id,
  name: Type.String(),
  audience: oneOf(audiences),
  isMine: Type.Boolean(),
  /** Query string of `GET /api/tickets`. */
  query: Type.String(),
  /** How many tickets in my own scope it shows now. */
  count: Count,
});
export type View = Type.Static<typeof View>;

/** Finding tickets by words, and lists worth keeping. */
export const searchRoutes = {
  search: route({
    method: 'GET',
    path: '/api/search',
    summary: 'Tickets in scope that have the words, the newest first, with the places found',
    query: object({ ...TicketFilter, ...Paging, q: SoughtWords }),
    answer: object({
      ...listOf(Found).properties,
      /** How far the index is behind the log: events not yet read, since when, and whether older tickets are still being taken up. */
      index: object({ behind: Count, since: orNull(Instant), filling: Type.Boolean() }),
    }),
  }),
  views: route({
    method: 'GET',
    path: '/api/views',
    summary: 'Saved views I may use, each with its count now',
    answer: object({ items: Type.Array(View), asOf: Instant }),
  }),
  saveView: route({
    method: 'POST',
    path: '/api/views',
    summary: 'Save a view',
    body: object({
      name: ViewName,
      audience: oneOf(audiences),
      query: Type.String({ maxLength: 500 }),
    }),
    status: 201,
    answer: View,
  }),
  deleteView: route({
    method: 'DELETE',
    path: '/api/views/:id',
    summary: 'Drop a view of mine',
    params: byId,
    answer: none,
    status: 204,
  }),
} as const;
