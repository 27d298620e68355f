import * as Type from 'typebox';
import { Id, object, orNull } from '../schema.ts';
import { route } from './route.ts';

const Catalog = object({
  version: Type.String(),
  centres: Type.Array(
    object({
      id: Id,
      path: Type.String(),
      name: Type.String(),
      regionCode: Type.String(),
      utcOffsetMinutes: Type.Integer(),
    }),
  ),
  departments: Type.Array(
    object({
      id: Id,
      centreId: Id,
      parentId: orNull(Id),
      path: Type.String(),
      name: Type.String(),
      shortName: Type.String(),
      duties: orNull(Type.String()),
      phone: orNull(Type.String()),
      requiresApproval: Type.Boolean(),
    }),
  ),
  categories: Type.Array(object({ id: Id, parentId: orNull(Id), name: Type.String(), level: Type.Integer() })),
  regions: Type.Array(object({ code: Type.String(), parentCode: orNull(Type.String()), name: Type.String() })),
  /** Every verb with its words and the JSON Schema of its input: a form can be drawn from it. */
  verbs: Type.Record(
    Type.String(),
    object({ term: Type.String(), termEn: Type.String(), about: Type.String(), input: Type.Unknown() }),
  ),
  /** The centre's calendar as data (shared/time compiles it), for countdowns in words. */
  calendar: Type.Unknown(),
});
export type Catalog = Type.Static<typeof Catalog>;

/** What changes rarely and every page needs. */
export const catalogRoutes = {
  catalog: route({
    method: 'GET',
    path: '/api/catalog',
    summary: 'Departments, categories, regions, calendar',
    answer: Catalog,
  }),
} as const;
