import * as Type from 'typebox';
import { type FigureName, figureNames } from '../figures/index.ts';
import { Id, object, oneOf, text, Version } from '../schema.ts';

const figure = oneOf(figureNames);
const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
/** Points, and percent, in hundredths: 50 is half a point. */
const Hundredths = whole(1, 10_000);

/** A figure's share of the score: of 100 points, `weight` for a rate of 100 % (or of 0 %, where low is better). */
export const Part = object({ figure, weight: whole(1, 100) });
export type Part = Type.Static<typeof Part>;

/** 扣分: so many points for every member counted, or for every step begun by which a rate misses a line; never past `cap`. */
export const Deduction = Type.Union([
  object({
    by: Type.Literal('each'),
    figure,
    /** Members that count in the numerator, or those that do not. */
    part: oneOf(['met', 'rest'] as const),
    points: Hundredths,
    cap: Hundredths,
  }),
  object({
    by: Type.Literal('step'),
    figure,
    /** Under this rate (over it, where low is better), in hundredths of a percent. */
    line: whole(0, 10_000),
    step: Hundredths,
    points: Hundredths,
    cap: Hundredths,
  }),
]);
export type Deduction = Type.Static<typeof Deduction>;

/** Departments of one sort are ranked among each other: counties, bureaus, enterprises. */
export const RankingGroup = object({ id: Id, name: text(40), departmentIds: Type.Array(Id, { maxItems: 10_000 }) });
export type RankingGroup = Type.Static<typeof RankingGroup>;

/** 考核方案: how figures make one score, and who is ranked with whom. */
export const Scheme = object({
  id: Id,
  name: text(40),
  nameEn: text(60),
  /** On which day of the month before a month begins; 1: the calendar's month. Beijing counts from the 19th. */
  monthStart: whole(1, 28),
  parts: Type.Array(Part, { minItems: 1, maxItems: 20 }),
  deductions: Type.Array(Deduction, { maxItems: 20 }),
  groups: Type.Array(RankingGroup, { maxItems: 50 }),
  /** Fewer members than this in the first part: no rank. */
  leastCount: whole(1, 10_000),
});
export type Scheme = Type.Static<typeof Scheme>;

/** A centre's schemes in one version, and in how many tenths 基本满意 counts as satisfied. */
export const SchemeSet = object({
  version: Version,
  fairlyTenths: whole(0, 10),
  schemes: Type.Array(Scheme, { minItems: 1, maxItems: 20 }),
});
export type SchemeSet = Type.Static<typeof SchemeSet>;

/** Every figure a scheme looks at, each once, the first part's first. */
export const figuresOf = ({ parts, deductions }: Pick<Scheme, 'parts' | 'deductions'>): FigureName[] => [
  ...new Set([...parts, ...deductions].map((asked) => asked.figure)),
];
