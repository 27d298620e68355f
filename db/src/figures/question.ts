import type { Figure, Group } from '@hotline/shared/figures/figure';
import { addMs, type Instant, localDate, startOfLocalDay } from '@hotline/shared/time/instant';
import { dateOfDay, dayNumber, type LocalDate } from '@hotline/shared/time/localDate';
import { snake } from '../store/rows.ts';

export type FigureFilter = {
  /** At or below one of these departments. */
  departmentPaths?: readonly string[];
  /** This department itself; '' where there is none. */
  departmentId?: string;
  categoryIds?: readonly string[];
  /** This category itself; '' where there is none. */
  categoryId?: string;
  role?: string;
  kind?: string;
  channel?: string;
  /** Everything whose region code begins with it. */
  regionPrefix?: string;
  /** This county itself; '' where there is none. */
  region?: string;
};
export type GroupBy = Group | 'none';
/** Which figure, of which centre, over which local days (both inclusive), as it stood when, narrowed to what. */
export type Question = {
  readonly figure: Figure;
  readonly centreId: string;
  readonly utcOffsetMinutes: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly asOf: Instant;
  /** `asOf` lies back: what changed since is undone by recount. Otherwise the rows stand as they are. */
  readonly isPast: boolean;
  readonly filter: FigureFilter;
  /** Of a live figure: of these days alone. */
  readonly days?: readonly LocalDate[];
};

export const asOfDay = (q: Question): LocalDate => localDate(q.asOf, q.utcOffsetMinutes);

/** The cohort instants of the question's days: a due at 24:00 belongs to the day it ends. `end` is the first of the next day. */
export const boundsOf = (q: Pick<Question, 'figure' | 'from' | 'to' | 'utcOffsetMinutes'>) => ({
  start: startOfLocalDay(q.from, q.utcOffsetMinutes),
  end: startOfLocalDay(dateOfDay(dayNumber(q.to) + 1), q.utcOffsetMinutes),
  after: q.figure.due ? '>' : '>=',
  until: q.figure.due ? '<=' : '<',
});

/** 24:00 of the day of `asOf`. */
export const midnight = (q: Question): Instant => addMs(startOfLocalDay(asOfDay(q), q.utcOffsetMinutes), 86_400_000);

/** The local day of an instant in column `f.<field>`, as the store's own text. */
export function daySql(isSqlite: boolean, q: Question, column: string): string {
  const { due } = q.figure;
  return isSqlite
    ? `strftime('%Y-%m-%d', ${column}${due ? ", '-0.001 seconds'" : ''}, '${q.utcOffsetMinutes} minutes')`
    : `to_char((${column})::timestamptz at time zone 'UTC'${due ? " - interval '1 millisecond'" : ''} + interval '${q.utcOffsetMinutes} minutes', 'YYYY-MM-DD')`;
}

/** The expression a group's key is read from, in rows `f` of members. */
export const keySql = (isSqlite: boolean, q: Question, groupBy: GroupBy, f: string): string =>
  ({
    none: "''",
    department: `coalesce(${f}.${snake(q.figure.department)}, '')`,
    category: `${f}.category_id`,
    role: `${f}.role`,
    kind: `${f}.kind`,
    channel: `${f}.channel`,
    region: `substr(${f}.region_code, 1, 6)`,
    day: daySql(isSqlite, q, `${f}.${snake(q.figure.cohort)}`),
  })[groupBy];
