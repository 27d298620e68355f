import * as Type from 'typebox';
import { Id, object, oneOf, orNull } from '../schema.ts';
import { route } from './route.ts';

const Term = object({ zh: Type.String(), en: Type.String() });
const VerbForm = object({
  term: Type.String(),
  termEn: Type.String(),
  about: Type.String(),
  input: Type.Unknown(),
  /** The inputs its form asks for. */
  asked: Type.Array(Type.String()),
  /** The closed list that its `reasonCode` is of. */
  reasons: Type.Array(object({ code: Type.String(), ...Term.properties })),
  timeline: object({
    ...Term.properties,
    linked: Type.Optional(object({ here: Term, there: Type.Optional(Term) })),
  }),
  /** Whether the same input may be sent for many tickets at once. */
  batch: Type.Boolean(),
  afterwards: oneOf(['next', 'stay'] as const),
});
export type VerbForm = Type.Static<typeof VerbForm>;

const Catalog = object({
  version: Type.String(),
  /** The one the asker works for. */
  centreId: Id,
  centres: Type.Array(
    object({
      id: Id,
      path: Type.String(),
      name: Type.String(),
      regionCode: Type.String(),
      /** 区号; null: the centre has not said where numbers without one are dialled. */
      areaCode: orNull(Type.String()),
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
  /** Every verb as it tells of itself, with the JSON Schema of its input: a form can be drawn from it. */
  verbs: Type.Record(Type.String(), VerbForm),
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
