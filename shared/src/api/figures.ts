import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull } from '../schema.ts';
import { Count, route } from './route.ts';

const FigureFilter = {
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
  asOf: Type.Optional(Type.String({ maxLength: 32 })),
  departmentId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  role: Type.Optional(oneOf(['lead', 'assist'] as const)),
  /** Exactly this one, without those below it; `none` where there is none. */
  departmentIs: Type.Optional(Id),
  categoryIs: Type.Optional(Id),
};
export const FigureDefinition = object({
  id: Type.String(),
  version: Type.Integer(),
  term: Type.String(),
  termEn: Type.String(),
  words: Type.String(),
  wordsEn: Type.String(),
  numerator: Type.String(),
  denominator: Type.String(),
  groups: Type.Array(Type.String()),
});
export const FigureRow = object({
  key: Type.String(),
  label: Type.String(),
  numerator: Count,
  denominator: Count,
  late: Count,
  timelyOriginal: Count,
  rate: orNull(Type.String()),
  excluded: Count,
  /** Query string of `GET /api/figures/:name/rows` that lists exactly these rows. */
  drill: Type.String(),
});
const FigureAnswer = object({
  definition: FigureDefinition,
  from: Type.String(),
  to: Type.String(),
  asOf: Instant,
  rows: Type.Array(FigureRow),
  total: FigureRow,
});
export type FigureAnswer = Type.Static<typeof FigureAnswer>;

/** Figures, their definitions and the rows behind them. */
export const figureRoutes = {
  figures: route({
    method: 'GET',
    path: '/api/figures',
    summary: 'Definitions',
    answer: object({ items: Type.Array(FigureDefinition) }),
  }),
  figure: route({
    method: 'GET',
    path: '/api/figures/:name',
    summary: 'A figure with numerator, denominator and definition',
    params: object({ name: Id }),
    query: object({
      ...FigureFilter,
      groupBy: Type.Optional(oneOf(['department', 'category', 'day', 'role', 'none'] as const)),
    }),
    answer: FigureAnswer,
  }),
  figureRows: route({
    method: 'GET',
    path: '/api/figures/:name/rows',
    summary: 'Exactly the tickets behind a figure',
    params: object({ name: Id }),
    query: object({
      ...FigureFilter,
      part: Type.Optional(oneOf(['denominator', 'numerator', 'late', 'excluded'] as const)),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({
      items: Type.Array(
        object({
          ticketId: Id,
          number: Type.String(),
          title: Type.String(),
          departmentId: orNull(Id),
          role: orNull(Type.String()),
          dueAt: Instant,
          originalDueAt: Instant,
          answeredAt: orNull(Instant),
          verdict: oneOf(['timely', 'late', 'excluded'] as const),
        }),
      ),
      nextCursor: orNull(Type.String()),
      asOf: Instant,
    }),
  }),
} as const;
