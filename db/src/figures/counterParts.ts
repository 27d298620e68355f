import type { Verdict } from '@hotline/shared/figures/figure';
import { isOfMonths, type Span } from '@hotline/shared/figures/periods';
import type { LocalDate } from '@hotline/shared/time/localDate';
import type { Db } from '../store/open.ts';
import { type Clause, marks, rowsOf } from '../store/rows.ts';
import { below, clause, joined, plain } from './members.ts';
import type { Plan } from './plan.ts';
import type { GroupBy, Question } from './question.ts';
import { monthSql, partSql } from './recount.ts';

export type CounterPart = {
  key: string;
  verdict: Verdict;
  /** 1: of before the period of a flow. */
  early: number;
  n: number;
  amount: number;
  /** Of a live figure: the first day that has any. */
  day: LocalDate | null;
};

/** What the counters hold of a question, and the changes that are not yet in them: one statement, so one moment. */
export function counterParts(db: Db, q: Question, groupBy: GroupBy, plan: Plan): Promise<CounterPart[]> {
  const spans = [...plan.spans.map((span) => ({ span, early: 0 })), ...plan.early.map((span) => ({ span, early: 1 }))];
  if (spans.length === 0) return Promise.resolve([]);
  const legs = [...spans.map(({ span, early }) => counted(q, groupBy, plan, span, early)), waiting(q, groupBy, plan)];
  const all = joined(' union all ', ...legs);
  const text =
    q.figure.measure.as === 'live'
      ? `select "key", "verdict", 0 as "early", sum("n") as "n", sum("amount") as "amount", min("period") as "day"
          from (select "key", "verdict", "period", sum("n") as "n", sum("amount") as "amount" from (${all.text}) as a
            group by 1, 2, 3 having sum("n") <> 0) as b group by 1, 2`
      : `select "key", "verdict", "early", sum("n") as "n", sum("amount") as "amount", null as "day"
          from (${all.text}) as a group by 1, 2, 3`;
  return rowsOf<CounterPart>(db, text, all.values);
}

function counted(q: Question, groupBy: GroupBy, { table, dimension }: Plan, span: Span, early: number): Clause {
  const key = keyOf(groupBy, 'c."period"', 'c."part"');
  const where = joined(
    ' and ',
    clause('c."figure" = ? and c."centre_id" = ? and c."dimension" = ?', q.figure.countedAs, q.centreId, dimension),
    clause('c."period" >= ? and c."period" <= ?', span.first, span.last),
    ...departments(q),
    ...parts(q, 'c."part"'),
  );
  return {
    text: `select ${key} as "key", c."verdict" as "verdict", ${early} as "early", c."period" as "period",
      ${span.sign} * c."members" as "n", ${span.sign} * c."amount" as "amount" from "${table}" c where ${where.text}`,
    values: where.values,
  };
}

/** The same of what waits: a day counts once for each span that holds it, which is once or not at all. */
function waiting(q: Question, groupBy: GroupBy, { dimension, spans, early }: Plan): Clause {
  const part = dimension === 'none' ? "''" : `c.${partSql(dimension)}`;
  const key = keyOf(groupBy, 'c."day"', part);
  const times = (list: readonly Span[]) => joined(' + ', plain('0'), ...list.map(holds));
  const [now, before] = [times(spans), times(early)];
  const where = joined(
    ' and ',
    clause('c."figure" = ? and c."centre_id" = ?', q.figure.countedAs, q.centreId),
    ...departments(q),
    ...parts(q, part),
  );
  const legs = [{ early: 0, times: now }, ...(early.length > 0 ? [{ early: 1, times: before }] : [])].map((leg) => ({
    text: `select "key", "verdict", ${leg.early} as "early", "period", "times" * "n" as "n", "times" * "amount" as "amount" from (
      select ${key} as "key", c."verdict" as "verdict", c."day" as "period", ${leg.times.text} as "times",
        c."members" as "n", c."amount" as "amount" from "counter_change" c where ${where.text}) as w where "times" <> 0`,
    values: [...leg.times.values, ...where.values],
  }));
  return joined(' union all ', ...legs);
}

const keyOf = (groupBy: GroupBy, day: string, part: string) =>
  groupBy === 'none' ? "''" : groupBy === 'department' ? 'c."department_id"' : groupBy === 'day' ? day : part;

const holds = (span: Span): Clause => {
  const period = isOfMonths(span) ? monthSql('c."day"') : 'c."day"';
  return clause(`(case when ${period} >= ? and ${period} <= ? then ${span.sign} else 0 end)`, span.first, span.last);
};

const departments = ({ filter: { departmentPaths, departmentId } }: Question): Clause[] => [
  ...(departmentPaths ? [below('c."department_id"', departmentPaths)] : []),
  ...(departmentId === undefined ? [] : [clause('c."department_id" = ?', departmentId)]),
];

/** The one dimension a plan has is what every one of these is about. */
const parts = ({ filter }: Question, part: string): Clause[] => {
  const { categoryIds, categoryId, role, kind, channel, regionPrefix, region } = filter;
  const named = [categoryId, role, kind, channel, region].filter((value) => value !== undefined);
  return [
    ...named.map((value) => clause(`${part} = ?`, value)),
    ...(categoryIds ? [clause(`${part} in (${marks(categoryIds.length)})`, ...categoryIds)] : []),
    ...(regionPrefix === undefined ? [] : [clause(`${part} >= ? and ${part} < ?`, regionPrefix, `${regionPrefix}~`)]),
  ];
};
