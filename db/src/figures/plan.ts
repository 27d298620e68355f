import { type Dimension, dimensionsOf } from '@hotline/shared/figures/figure';
import { endOfMonth, isOfMonths, type Span, spansOf } from '@hotline/shared/figures/periods';
import { dateOfDay, dayNumber, type LocalDate } from '@hotline/shared/time/localDate';
import { type CounterTable, hasDays } from './counters.ts';
import { asOfDay, type GroupBy, type Question } from './question.ts';

/** From where the answer to a question is put together. */
export type Plan = {
  readonly table: CounterTable;
  readonly dimension: Dimension;
  readonly spans: readonly Span[];
  /** Of a flow: what was there before the period began. */
  readonly early: readonly Span[];
  /** Days counted from the rows: of a department's counters in a month in part, and the day of `asOf` where dues are ahead. */
  readonly rows: readonly RowDays[];
};
export type RowDays = {
  readonly sign: 1 | -1;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Also what is due after `asOf`: the counters have it too. */ readonly whole: boolean;
};

const firstDay = '0001-01-01';

/**
 * How the counters answer a question, if they can: they know one dimension beside the department, and nothing of an earlier
 * `asOf`. A due of today that is still ahead belongs to no period yet, so its day is read from the rows, by index.
 */
export function planOf(q: Question, groupBy: GroupBy): Plan | null {
  const { figure } = q;
  const dimension = q.isPast ? null : dimensionAsked(q, groupBy);
  if (dimension === null || !dimensionsOf(figure).includes(dimension)) return null;
  const { departmentPaths, departmentId } = q.filter;
  const isByDepartment = groupBy === 'department' || (departmentPaths ?? departmentId) !== undefined;
  const table = isByDepartment ? 'counter_department' : 'counter_centre';
  const plan = { table, dimension, early: [], rows: [] } as const;
  const today = asOfDay(q);
  const yesterday = dateOfDay(dayNumber(today) - 1);
  const ofToday: RowDays[] = [{ sign: 1, from: today, to: today, whole: false }];
  const { measure } = figure;
  if (measure.as === 'live') {
    if (!hasDays(table, dimension)) return null;
    const isPast = measure.when === 'past';
    // Few days have anything open, and the first of them is asked for.
    const span: Span = { sign: 1, first: firstDay, last: isPast ? yesterday : '9998-12-31' };
    return { ...plan, spans: [span], rows: isPast ? ofToday : [] };
  }
  // Nothing but dues lies ahead of `asOf`: of a month that has come to today, the whole.
  const end = figure.due ? least(q.to, yesterday) : q.to < today ? q.to : endOfMonth(today);
  const early = measure.as === 'flow' ? spansOf(firstDay, dateOfDay(dayNumber(q.from) - 1)) : [];
  const rows = figure.due && today >= q.from && today <= q.to ? ofToday : [];
  if (groupBy === 'day')
    return hasDays(table, dimension) ? { ...plan, spans: [{ sign: 1, first: q.from, last: end }], early, rows } : null;
  const spans = spansOf(q.from, end);
  if (hasDays(table, dimension)) return { ...plan, spans, early, rows };
  const inPart = spans.filter((span) => !isOfMonths(span));
  if (measure.as === 'flow' && (inPart.length > 0 || early.some((span) => !isOfMonths(span)))) return null;
  const fromRows = inPart.map(({ sign, first, last }): RowDays => ({ sign, from: first, to: last, whole: true }));
  return { ...plan, spans: spans.filter(isOfMonths), early, rows: [...fromRows, ...rows] };
}

/** Reads more rows than a page does: seconds, for a year. */
export const isHeavy = (q: Question, groupBy: GroupBy): boolean => {
  const plan = planOf(q, groupBy);
  return plan === null || plan.rows.some(({ whole }) => whole);
};

/** The one dimension that is filtered or grouped by; null: more than one. */
function dimensionAsked({ filter }: Question, groupBy: GroupBy): Dimension | null {
  const { categoryIds, categoryId, role, kind, channel, regionPrefix, region } = filter;
  const asked = new Set<Dimension>();
  if (groupBy !== 'none' && groupBy !== 'department' && groupBy !== 'day') asked.add(groupBy);
  if ((categoryIds ?? categoryId) !== undefined) asked.add('category');
  if (role !== undefined) asked.add('role');
  if (kind !== undefined) asked.add('kind');
  if (channel !== undefined) asked.add('channel');
  if ((regionPrefix ?? region) !== undefined) asked.add('region');
  // Counters end at the county.
  if (asked.size > 1 || (regionPrefix ?? '').length > countyDigits) return null;
  return [...asked][0] ?? 'none';
}
const countyDigits = 6;

const least = (a: LocalDate, b: LocalDate) => (a < b ? a : b);
