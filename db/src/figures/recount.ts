import type { Figure } from '@hotline/shared/figures/figure';
import type { Db } from '../store/open.ts';
import { type Clause, isSqlite, rowsOf, snake } from '../store/rows.ts';
import type { Counter } from './counters.ts';
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

/**
 * What the counters of a figure must hold, from the rows: `day`, `department_id`, `last`, `verdict`, `members`, `amount`,
 * each sum `times` as it is (-1: to be set against the counters). A cell may come in two rows.
 */
export function recountOf(db: Db, figure: Figure, centre: CountedCentre, { last }: Counter, times: 1 | -1): Clause {
  const q = ever(figure, centre);
  const members = membersOf(q);
  const { measure } = figure;
  const amount = measure.as === 'sum' ? `coalesce(sum(m.${snake(measure.amount)}), 0)` : '0';
  const department = `coalesce(m.${snake(figure.department)}, '')`;
  const day = (field: string) => daySql(isSqlite(db), q, `m.${snake(field)}`);
  const counted = (verdict: string, at: string, where: string) => ({
    text: `select ${day(at)} as day, ${department} as department_id, m.${last} as last, ${verdict} as verdict,
      ${times} * count(*) as members, ${times} * ${amount} as amount from (${members.text}) as m where ${where} group by 1, 2, 3, 4`,
    values: members.values,
  });
  return measure.as === 'flow'
    ? joined(
        ' union all ',
        counted("case when m.verdict = 'in' then 'out' else m.verdict end", figure.cohort, '1 = 1'),
        counted("'in'", measure.exit, "m.verdict = 'in'"),
      )
    : counted('m.verdict', figure.cohort, '1 = 1');
}
