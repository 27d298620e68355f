import type { Verdict } from '@hotline/shared/figures/figure';
import type { Counted } from '@hotline/shared/figures/measure';
import type { Instant } from '@hotline/shared/time/instant';
import type { Db } from '../store/open.ts';
import { type Clause, isSqlite, marks, rowsOf, snake } from '../store/rows.ts';
import { below, clause, joined, membersOf, plain } from './members.ts';
import { asOfDay, type GroupBy, keySql, type Question } from './question.ts';

export type Sum = Counted & {
  readonly key: string;
  /** The earliest cohort instant; only of live figures. */ readonly since: Instant | null;
};
type Part = {
  key: string;
  verdict: Verdict;
  n: number;
  amount: number | null;
  since?: string | null;
  early?: number | null;
};

/**
 * A figure by group. Whole past days come from the counters, the day of `asOf` from the rows by index where dues of it are
 * still ahead; an earlier `asOf`, and a question no table of counters was made for, are counted from the rows.
 */
export async function sumFigure(db: Db, q: Question, groupBy: GroupBy): Promise<Sum[]> {
  const table = q.isPast ? null : counterFor(q, groupBy);
  if (table === null) return folded(await rowParts(db, q, groupBy));
  const parts = await counterParts(db, q, groupBy, table);
  const today = asOfDay(q);
  if (q.figure.due && today >= q.from && today <= q.to)
    parts.push(...(await rowParts(db, { ...q, from: today, to: today }, groupBy)));
  return folded(parts);
}

/** Reads the rows of the whole period, or of a flow all the days there ever were: seconds, for a year. */
export const isHeavy = (q: Question, groupBy: GroupBy) =>
  q.isPast || q.figure.measure.as === 'flow' || counterFor(q, groupBy) === null;

/** The table of counters that can answer, if there is one: each knows the department and one thing more. */
function counterFor({ figure, filter }: Question, groupBy: GroupBy): 'figure_day' | 'figure_category_day' | null {
  const { kind, channel, regionPrefix, region, role } = filter;
  if ((kind ?? channel ?? regionPrefix ?? region) !== undefined || counterKeys[groupBy] === undefined) return null;
  const byRole = groupBy === 'role' || role !== undefined;
  const byCategory = groupBy === 'category' || filter.categoryIds !== undefined || filter.categoryId !== undefined;
  const needed = byCategory ? 'category' : 'role';
  if ((byRole && byCategory) || !figure.counters.includes(needed)) return null;
  return byCategory ? 'figure_category_day' : 'figure_day';
}

const counterKeys: Partial<Record<GroupBy, string>> = {
  none: "''",
  department: 'c.department_id',
  category: 'c.category_id',
  role: 'c.role',
  day: 'c.day',
};

async function counterParts(db: Db, q: Question, groupBy: GroupBy, table: string): Promise<Part[]> {
  const { figure, filter } = q;
  const key = counterKeys[groupBy] ?? "''";
  const isFlow = figure.measure.as === 'flow';
  const early = isFlow ? clause('case when c.day < ? then 1 else 0 end', q.from) : plain('null');
  const { text, values } = joined(
    ' and ',
    clause('c.figure = ? and c.centre_id = ? and c.day <= ?', figure.id, q.centreId, q.to),
    ...(isFlow ? [] : [clause('c.day >= ?', q.from)]),
    clause(figure.due ? 'c.day < ?' : 'c.day <= ?', asOfDay(q)),
    ...counterFilter(filter),
  );
  return rowsOf<Part>(
    db,
    `select ${key} as "key", c.verdict as "verdict", ${early.text} as "early", sum(c.members) as "n", sum(c.amount) as "amount"
      from ${table} c where ${text} group by 1, 2, 3`,
    [...early.values, ...values],
  );
}

const counterFilter = ({
  departmentPaths,
  departmentId,
  categoryIds,
  categoryId,
  role,
}: Question['filter']): Clause[] => [
  ...(departmentPaths ? [below('c.department_id', departmentPaths)] : []),
  ...(departmentId === undefined ? [] : [clause('c.department_id = ?', departmentId)]),
  ...(categoryIds ? [clause(`c.category_id in (${marks(categoryIds.length)})`, ...categoryIds)] : []),
  ...(categoryId === undefined ? [] : [clause('c.category_id = ?', categoryId)]),
  ...(role === undefined ? [] : [clause('c.role = ?', role)]),
];

function rowParts(db: Db, q: Question, groupBy: GroupBy): Promise<Part[]> {
  const { measure, cohort } = q.figure;
  const members = membersOf(q);
  const amount = measure.as === 'sum' ? `sum(m.${snake(measure.amount)})` : '0';
  const since = measure.as === 'live' ? `min(m.${snake(cohort)})` : 'null';
  return rowsOf<Part>(
    db,
    `select ${keySql(isSqlite(db), q, groupBy, 'm')} as "key", m.verdict as "verdict", count(*) as "n", ${amount} as "amount",
      ${since} as "since" from (${members.text}) as m group by 1, 2`,
    members.values,
  );
}

/** Parts of the same key together. What left a flow before the period began was not there at its start. */
function folded(parts: readonly Part[]): Sum[] {
  const sums = new Map<string, { counts: Partial<Record<Verdict, number>>; amount: number; since: string | null }>();
  for (const { key, verdict, n, amount, since, early } of parts) {
    const sum = sums.get(key) ?? { counts: {}, amount: 0, since: null };
    const add = (to: Verdict, count: number) => {
      sum.counts[to] = (sum.counts[to] ?? 0) + count;
    };
    const isOfFlow = early !== undefined && early !== null;
    if (isOfFlow && verdict === 'in') add('out', -Number(n));
    if (!isOfFlow || verdict === 'out' || Number(early) === 0) add(verdict, Number(n));
    sum.amount += Number(amount ?? 0);
    if (since && (sum.since === null || since < sum.since)) sum.since = since;
    sums.set(key, sum);
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum, counts: withoutZeros(sum.counts) }))
    .filter(({ counts }) => Object.keys(counts).length > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

const withoutZeros = (counts: Partial<Record<Verdict, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
