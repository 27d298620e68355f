import * as Type from 'typebox';
import { exclusions } from '../figures/exclusions.ts';
import { groups, standings } from '../figures/figure.ts';
import { Id, Instant, LocalDate, object, oneOf, orNull, RegionPrefix } from '../schema.ts';
import { channels, kinds } from '../ticket/model/ticket.ts';
import { Count, route } from './route.ts';

const FigureFilter = {
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  /** As it stood then, whatever changed since. */
  asOf: Type.Optional(Type.String({ maxLength: 32 })),
  departmentId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  role: Type.Optional(oneOf(['lead', 'assist'] as const)),
  kind: Type.Optional(oneOf(kinds)),
  channel: Type.Optional(oneOf(channels)),
  region: Type.Optional(RegionPrefix),
  /** Exactly this one, without those below it; `none` where there is none. */
  departmentIs: Type.Optional(Id),
  categoryIs: Type.Optional(Id),
  regionIs: Type.Optional(Id),
};
export const FigureDefinition = object({
  id: Type.String(),
  version: Type.Integer(),
  term: Type.String(),
  termEn: Type.String(),
  words: Type.String(),
  wordsEn: Type.String(),
  /** The instant that says in which period a member counts. */
  cohort: Type.String(),
  cohortEn: Type.String(),
  numerator: Type.String(),
  numeratorEn: Type.String(),
  denominator: Type.String(),
  denominatorEn: Type.String(),
  met: Type.String(),
  metEn: Type.String(),
  missed: Type.String(),
  missedEn: Type.String(),
  measure: oneOf(['rate', 'count', 'sum', 'flow', 'live'] as const),
  over: oneOf(['appeal', 'dispatch', 'ticket', 'callback', 'call'] as const),
  /** The cohort instant is a due, and a rate by the original due stands beside the figure. */
  due: Type.Boolean(),
  original: Type.Boolean(),
  /** Which way a ranking goes. */
  better: oneOf(['high', 'low'] as const),
  groups: Type.Array(oneOf(groups)),
  exclusions: Type.Array(oneOf(exclusions)),
});
export type FigureDefinition = Type.Static<typeof FigureDefinition>;
export const FigureRow = object({
  key: Type.String(),
  label: Type.String(),
  /** In parts of a `unit`: with a unit of 10, 1837 is 183.7. Of a sum the amount, of a count the number. */
  numerator: Count,
  denominator: Count,
  unit: Type.Integer({ minimum: 1 }),
  /** Floored to two decimals; null when nothing is due, or the figure is no rate. */
  rate: orNull(Type.String()),
  /** Members that count in the numerator at all, and those that do not: what `part=numerator` and `part=rest` list. */
  met: Count,
  rest: Count,
  original: orNull(object({ numerator: Count, rate: orNull(Type.String()) })),
  /** Left out, by reason. */
  excluded: Type.Record(Type.String(), Count),
  excludedTotal: Count,
  /** Of a live figure: the earliest. */
  since: orNull(Instant),
  /** Query string of `GET /api/figures/:name/rows` that lists exactly these rows. */
  drill: Type.String(),
});
export type FigureRow = Type.Static<typeof FigureRow>;
/** From this day on dues are provisional, so that what rests on them is counted again; null where none of the period is. */
export const ProvisionalFrom = orNull(LocalDate);
const FigureAnswer = object({
  definition: FigureDefinition,
  from: Type.String(),
  to: Type.String(),
  asOf: Instant,
  provisionalFrom: ProvisionalFrom,
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
  board: route({
    method: 'GET',
    path: '/api/board',
    summary: 'Several figures at once, with the period before',
    query: object({
      ...FigureFilter,
      /** Comma-separated; all when left out. */
      names: Type.Optional(Type.String({ maxLength: 600 })),
      /** The period to compare with. */
      beforeFrom: Type.Optional(LocalDate),
      beforeTo: Type.Optional(LocalDate),
    }),
    answer: object({
      from: Type.String(),
      to: Type.String(),
      asOf: Instant,
      provisionalFrom: ProvisionalFrom,
      items: Type.Array(object({ definition: FigureDefinition, total: FigureRow, before: orNull(FigureRow) })),
    }),
  }),
  figure: route({
    method: 'GET',
    path: '/api/figures/:name',
    summary: 'A figure with numerator, denominator and definition',
    params: object({ name: Id }),
    query: object({ ...FigureFilter, groupBy: Type.Optional(oneOf([...groups, 'none'] as const)) }),
    answer: FigureAnswer,
  }),
  figureRows: route({
    method: 'GET',
    path: '/api/figures/:name/rows',
    summary: 'Exactly the tickets behind a figure',
    params: object({ name: Id }),
    query: object({
      ...FigureFilter,
      part: Type.Optional(oneOf(['denominator', 'numerator', 'rest', 'excluded'] as const)),
      /** Of those left out, only these. */
      reason: Type.Optional(oneOf(exclusions)),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({
      items: Type.Array(
        object({
          /** Of the appeal, dispatch, ticket, callback or call. */
          id: Id,
          /** Null of a call from which no appeal was logged. */
          ticketId: orNull(Id),
          number: Type.String(),
          title: Type.String(),
          departmentId: orNull(Id),
          role: orNull(Type.String()),
          /** The instant by which it belongs to the period: of most figures its due. */
          cohortAt: Instant,
          originalAt: orNull(Instant),
          doneAt: orNull(Instant),
          verdict: oneOf([...standings, ...exclusions] as const),
          amount: orNull(Type.Integer()),
        }),
      ),
      nextCursor: orNull(Type.String()),
      asOf: Instant,
    }),
  }),
} as const;
