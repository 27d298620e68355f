import * as Type from 'typebox';
import { BulletinNote } from '../figures/bulletin.ts';
import { Id, Instant, object, orNull } from '../schema.ts';
import { FigureDefinition, FigureRow, ProvisionalFrom } from './figures.ts';
import { Count, route } from './route.ts';
import { Month } from './scores.ts';

const Revision = object({
  revision: Type.Integer({ minimum: 1 }),
  asOf: Instant,
  publishedAt: Instant,
  publishedBy: Type.String(),
  note: orNull(Type.String()),
});
export type Revision = Type.Static<typeof Revision>;
/** A number as it was published: never computed again. */
const Published = object({
  definitionVersion: Type.Integer(),
  numerator: Count,
  denominator: Count,
  unit: Type.Integer({ minimum: 1 }),
  rate: orNull(Type.String()),
  original: orNull(Count),
  originalRate: orNull(Type.String()),
  excluded: Type.Record(Type.String(), Count),
});
export type Published = Type.Static<typeof Published>;
const Line = object({
  departmentId: orNull(Id),
  label: Type.String(),
  published: orNull(Published),
  now: orNull(FigureRow),
});
const Bulletin = object({
  month: Month,
  from: Type.String(),
  to: Type.String(),
  asOf: Instant,
  provisionalFrom: ProvisionalFrom,
  /** The month is over, so that it can be published. */
  complete: Type.Boolean(),
  /** The viewer may publish it now; once more only with a reason. */
  mayPublish: Type.Boolean(),
  revisions: Type.Array(Revision),
  figures: Type.Array(object({ definition: FigureDefinition, total: Line, rows: Type.Array(Line) })),
  /** By each scheme, as published where the month is published, as it counts now where it is not. */
  scores: Type.Array(
    object({
      scheme: Type.String(),
      name: Type.String(),
      rows: Type.Array(
        object({
          departmentId: Id,
          label: Type.String(),
          group: orNull(Type.String()),
          rank: orNull(Type.Integer()),
          ranked: Count,
          score: orNull(Type.String()),
          counted: Count,
        }),
      ),
    }),
  ),
});
export type Bulletin = Type.Static<typeof Bulletin>;

/** 月度通报: what a manager publishes is stored as published, and shown beside what is counted now. */
export const bulletinRoutes = {
  bulletins: route({
    method: 'GET',
    path: '/api/bulletins',
    summary: 'Months that were published',
    answer: object({ items: Type.Array(object({ month: Month, ...Revision.properties })) }),
  }),
  bulletin: route({
    method: 'GET',
    path: '/api/bulletins/:month',
    summary: 'A month as published and as it counts now',
    params: object({ month: Month }),
    answer: Bulletin,
  }),
  publishBulletin: route({
    method: 'POST',
    path: '/api/bulletins',
    summary: 'Publish a month; once more only with a reason, beside what was published before',
    body: object({ month: Month, note: Type.Optional(BulletinNote) }),
    answer: Bulletin,
    status: 201,
  }),
} as const;
