import type { GroupBy, Question } from '@hotline/db/figures/question';
import { dayOf } from '@hotline/shared/figures/cells';
import { type AnyFacts, anySource } from '@hotline/shared/figures/facts/index';
import type { Facts } from '@hotline/shared/figures/facts/source';
import type { Verdict } from '@hotline/shared/figures/figure';
import { isCounted, verdictOf } from '@hotline/shared/figures/verdict';
import type { Directory } from '@hotline/shared/people/directory';
import type { Case } from '@hotline/shared/ticket/model/case';
import { localDate } from '@hotline/shared/time/instant';

export type Folded = Record<string, { counts: Partial<Record<Verdict, number>>; amount: number }>;

/** A figure by its definition alone: every member of every case looked at, slowly, without SQL or counters. */
export function foldFigure(cases: readonly Case[], q: Question, groupBy: GroupBy, directory: Directory): Folded {
  const sums: Folded = {};
  for (const c of cases) {
    for (const facts of anySource(q.figure.over).of(c) as unknown as Facts[]) {
      const verdict = standing(q, facts);
      if (verdict === null || !isAskedFor(q, facts, directory)) continue;
      const key = keyOf(q, facts, groupBy);
      const sum = sums[key] ?? { counts: {}, amount: 0 };
      const { measure } = q.figure;
      sums[key] = {
        counts: { ...sum.counts, [verdict]: (sum.counts[verdict] ?? 0) + 1 },
        amount: sum.amount + (measure.as === 'sum' ? Number(facts[measure.amount] ?? 0) : 0),
      };
    }
  }
  return sums;
}

/** The member's verdict if it belongs to the period at the moment asked about. */
function standing(q: Question, facts: Facts): Verdict | null {
  const { figure, asOf } = q;
  const verdict = verdictOf(figure, facts as unknown as AnyFacts);
  if (verdict === null) return null;
  const cohort = String(facts[figure.cohort]);
  const day = dayOf(figure, cohort, q.utcOffsetMinutes);
  const { measure } = figure;
  if (measure.as === 'live') {
    const isToday = cohort > asOf && day === localDate(asOf, q.utcOffsetMinutes);
    return { past: cohort <= asOf, today: isToday, any: true }[measure.when] ? verdict : null;
  }
  if (cohort > asOf || day > q.to) return null;
  if (measure.as !== 'flow' || !isCounted(verdict)) return day < q.from ? null : verdict;
  const exit = facts[measure.exit];
  if (typeof exit !== 'string') return verdict;
  const left = dayOf(figure, exit, q.utcOffsetMinutes);
  return left < q.from ? null : left <= q.to ? 'in' : verdict;
}

const departmentOf = (q: Question, facts: Facts) => String(facts[q.figure.department] ?? '');

function isAskedFor(q: Question, facts: Facts, { departments }: Directory): boolean {
  const { filter } = q;
  const path = departments.get(departmentOf(q, facts))?.path;
  return (
    (filter.departmentPaths?.some((p) => path?.startsWith(p)) ?? true) &&
    [undefined, departmentOf(q, facts)].includes(filter.departmentId) &&
    (filter.categoryIds?.includes(facts.categoryId) ?? true) &&
    [undefined, facts.categoryId].includes(filter.categoryId) &&
    [undefined, facts.role].includes(filter.role) &&
    [undefined, facts.kind].includes(filter.kind) &&
    [undefined, facts.channel].includes(filter.channel) &&
    facts.regionCode.startsWith(filter.regionPrefix ?? '') &&
    [undefined, facts.regionCode.slice(0, 6)].includes(filter.region)
  );
}

const keyOf = (q: Question, facts: Facts, groupBy: GroupBy): string =>
  ({
    none: '',
    department: departmentOf(q, facts),
    category: facts.categoryId,
    role: facts.role,
    kind: facts.kind,
    channel: facts.channel,
    region: facts.regionCode.slice(0, 6),
    day: dayOf(q.figure, String(facts[q.figure.cohort]), q.utcOffsetMinutes),
  })[groupBy];
