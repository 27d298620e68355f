import * as Type from 'typebox';
import { Scheme } from '../assessment/schemes.ts';
import { Id, Instant, object, orNull, Version } from '../schema.ts';
import { FigureDefinition, FigureRow } from './figures.ts';
import { Count, route } from './route.ts';

export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
const ScoreRow = object({
  departmentId: Id,
  label: Type.String(),
  /** Null: named in no group of the scheme. */
  groupId: orNull(Id),
  /** Null: nothing to count, or fewer than the scheme's least number. Equal scores share a rank. */
  rank: orNull(Type.Integer({ minimum: 1 })),
  /** How many of the group are ranked. */
  of: Count,
  /** Of 100, floored to two decimals. */
  score: orNull(Type.String()),
  /** Members of the first part: what `leastCount` asks for. */
  counted: Count,
  /** In the order of the scheme's parts; `points` null: nothing to count, its weight is shared by the others. */
  parts: Type.Array(object({ points: orNull(Type.String()), row: orNull(FigureRow) })),
  /** In the order of the scheme's deductions. */
  deductions: Type.Array(object({ times: Count, points: Type.String(), row: orNull(FigureRow) })),
});
export type ScoreRow = Type.Static<typeof ScoreRow>;
const Scores = object({
  scheme: Scheme,
  schemeVersion: Version,
  definitions: Type.Array(FigureDefinition),
  month: Month,
  from: Type.String(),
  to: Type.String(),
  asOf: Instant,
  /** All departments for the centre's people, ranks and scores of others left out for a department's. */
  rows: Type.Array(ScoreRow),
});
export type Scores = Type.Static<typeof Scores>;

/** 综合考核: figures made into one score by the centre's schemes. */
export const scoreRoutes = {
  schemes: route({
    method: 'GET',
    path: '/api/schemes',
    summary: 'Schemes in force',
    answer: object({ version: Version, items: Type.Array(Scheme) }),
  }),
  scores: route({
    method: 'GET',
    path: '/api/schemes/:id/scores',
    summary: 'Scores and ranks of a month, with the numbers they are made of',
    params: object({ id: Id }),
    query: object({ month: Type.Optional(Month), asOf: Type.Optional(Type.String({ maxLength: 32 })) }),
    answer: Scores,
  }),
} as const;
