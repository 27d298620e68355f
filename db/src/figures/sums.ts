import type { Verdict } from '@hotline/shared/figures/figure';
import type { Counted } from '@hotline/shared/figures/measure';
import type { Instant } from '@hotline/shared/time/instant';
import type { Db } from '../store/open.ts';
import { isSqlite, rowsOf, snake } from '../store/rows.ts';
import { counterParts } from './counterParts.ts';
import { membersOf } from './members.ts';
import { planOf, type RowDays } from './plan.ts';
import { type GroupBy, keySql, type Question } from './question.ts';

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
  early?: number;
};

/** A figure by group: from the counters where there are some for the question, and from the rows what they cannot tell. */
export async function sumFigure(db: Db, q: Question, groupBy: GroupBy): Promise<Sum[]> {
  const plan = planOf(q, groupBy);
  if (plan === null) return folded(q, await rowParts(db, q, groupBy));
  const parts: Part[] = [];
  const counted = await counterParts(db, q, groupBy, plan);
  parts.push(...counted);
  for (const days of plan.rows) parts.push(...(await partsOfDays(db, q, groupBy, days)));
  const firstDays = [...new Set(counted.map(({ day }) => day).filter((day) => day !== null))];
  // Counters know the day of what has stood longest, the rows of that day its moment.
  const first = firstDays.length > 0 ? await rowParts(db, { ...q, days: firstDays }, groupBy) : [];
  return folded(q, [...parts, ...first.map((part) => ({ ...part, n: 0, amount: 0 }))]);
}

async function partsOfDays(db: Db, q: Question, groupBy: GroupBy, { sign, from, to, whole }: RowDays): Promise<Part[]> {
  const isLive = q.figure.measure.as === 'live';
  const narrowed = isLive ? { ...q, days: [from] } : { ...q, from, to, ...(whole ? { asOf: everAfter } : {}) };
  const parts = await rowParts(db, narrowed, groupBy);
  return parts.map((part) => ({ ...part, n: sign * Number(part.n), amount: sign * Number(part.amount ?? 0) }));
}
const everAfter: Instant = '9998-12-31T23:59:59.999Z';

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
function folded(q: Question, parts: readonly Part[]): Sum[] {
  const sums = new Map<string, { counts: Partial<Record<Verdict, number>>; amount: number; since: string | null }>();
  const isFlow = q.figure.measure.as === 'flow';
  for (const { key, verdict, n, amount, since, early } of parts) {
    const sum = sums.get(key) ?? { counts: {}, amount: 0, since: null };
    const add = (to: Verdict, count: number) => {
      sum.counts[to] = (sum.counts[to] ?? 0) + count;
    };
    const isOfFlow = isFlow && early !== undefined;
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
