import type { Dimension, Figure } from '@hotline/shared/figures/figure';
import type { Db } from '../store/open.ts';
import { type Clause, isSqlite, rowsOf, snake } from '../store/rows.ts';
import { literal } from './conditions.ts';
import { type CounterTable, partField } from './counters.ts';
import { joined, membersOf } from './members.ts';
import { daySql, type Question } from './question.ts';

type CountedCentre = { readonly id: string; readonly utcOffsetMinutes: number };

export const centresOf = (db: Db) =>
  rowsOf<CountedCentre>(db, 'select "id" as "id", "utc_offset_minutes" as "utcOffsetMinutes" from "centre"', []);

/** All the figure's members that ever were or will be due. */
export const ever = (figure: Figure, centre: CountedCentre): Question => ({
  figure,
  centreId: centre.id,
  utcOffsetMinutes: centre.utcOffsetMinutes,
  from: '0001-01-01',
  to: '9998-12-30',
  asOf: '9998-12-31T23:59:59.999Z',
  isPast: false,
  filter: {},
});

/** The columns of a change of counters but its sums, in the order in which `recountOf` gives them. */
export const changeKey =
  '"figure", "centre_id", "day", "department_id", "role", "category_id", "kind", "channel", "region", "verdict"';

/** What all changes of a figure's counters come to, from the rows: `changeKey`, `members`, `amount`. A key may come twice. */
export function recountOf(db: Db, figure: Figure, centre: CountedCentre): Clause {
  const live = figure.measure.as === 'live' ? { ...figure, measure: { as: 'count' } as const } : figure;
  const q = ever(live, centre);
  const members = membersOf(q);
  const { measure } = figure;
  const amount = measure.as === 'sum' ? `coalesce(sum(m.${snake(measure.amount)}), 0)` : '0';
  const department = `coalesce(m.${snake(figure.department)}, '')`;
  const day = (field: string) => daySql(isSqlite(db), q, `m.${snake(field)}`);
  const counted = (verdict: string, at: string, where: string): Clause => ({
    text: `select cast(? as text) as figure, cast(? as text) as centre_id, ${day(at)} as day, ${department} as department_id,
      m.role as role, m.category_id as category_id, m.kind as kind, m.channel as channel, substr(m.region_code, 1, 6) as region,
      ${verdict} as verdict, count(*) as members, ${amount} as amount from (${members.text}) as m where ${where}
      group by 3, 4, 5, 6, 7, 8, 9, 10`,
    values: [figure.id, centre.id, ...members.values],
  });
  return measure.as === 'flow'
    ? joined(
        ' union all ',
        counted("case when m.verdict = 'in' then 'out' else m.verdict end", figure.cohort, '1 = 1'),
        counted("'in'", measure.exit, "m.verdict = 'in'"),
      )
    : counted('m.verdict', figure.cohort, '1 = 1');
}

/** From changes the columns that `counterKey` names, of one dimension by day or by month. */
export const sourceOf = (table: CounterTable, dimension: Dimension, period: 'day' | 'month'): readonly string[] => [
  ...['"figure"', '"centre_id"', literal(dimension), period === 'day' ? '"day"' : monthSql('"day"')],
  ...(table === 'counter_department' ? ['"department_id"'] : []),
  ...[partSql(dimension), '"verdict"'],
];

/** The part of a dimension in a change. */
export const partSql = (dimension: Dimension): string => {
  const field = partField[dimension];
  return field === null ? "''" : `"${snake(field)}"`;
};

/** The month a day belongs to, as counters name it: `monthOf` of shared/figures/periods.ts. */
export const monthSql = (day: string): string => `'M' || substr(${day}, 1, 7)`;
