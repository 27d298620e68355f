import { anySource } from '@hotline/shared/figures/facts/index';
import type { Facts } from '@hotline/shared/figures/facts/source';
import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import type { Check } from '../store/checks.ts';
import type { Db } from '../store/open.ts';
import { isSqlite, marks, rowsOf, snake } from '../store/rows.ts';
import { literal } from './conditions.ts';
import { counters } from './counters.ts';
import { joined, membersOf } from './members.ts';
import { daySql, type Question } from './question.ts';

const few = 5;

/** Each counter of each figure is what a recount from the rows gives. */
export const counterChecks: readonly Check[] = figureList.flatMap((figure) =>
  counters
    .filter(({ last }) => figure.counters.includes(last === 'role' ? 'role' : 'category'))
    .map(({ table, last }) => ({
      name: `${table.replaceAll('_', ' ')} of ${figure.id} equals a recount`,
      broken: (db) => differences(db, figure, table, last),
    })),
);

/** All the figure's members that ever were or will be due. */
const ever = (figure: Figure, centre: Centre): Question => ({
  figure,
  centreId: centre.id,
  utcOffsetMinutes: centre.utcOffsetMinutes,
  from: '0001-01-01',
  to: '9998-12-30',
  asOf: '9998-12-31T23:59:59.999Z',
  isPast: false,
  filter: {},
});
type Centre = { id: string; utcOffsetMinutes: number };
const centresOf = (db: Db) =>
  rowsOf<Centre>(db, 'select "id" as "id", "utc_offset_minutes" as "utcOffsetMinutes" from "centre"', []);

async function differences(db: Db, figure: Figure, table: string, last: string): Promise<string[]> {
  const broken: string[] = [];
  for (const centre of await centresOf(db)) {
    const q = ever(figure, centre);
    const members = membersOf(q);
    const { measure } = figure;
    const amount = measure.as === 'sum' ? `coalesce(sum(m.${snake(measure.amount)}), 0)` : '0';
    const department = `coalesce(m.${snake(figure.department)}, '')`;
    const day = (field: string) => daySql(isSqlite(db), q, `m.${snake(field)}`);
    const counted = (verdict: string, at: string, where: string) => ({
      text: `select ${day(at)} as day, ${department} as department_id, m.${last} as last, ${verdict} as verdict,
        -count(*) as members, -${amount} as amount from (${members.text}) as m where ${where} group by 1, 2, 3, 4`,
      values: members.values,
    });
    const recount =
      measure.as === 'flow'
        ? joined(
            ' union all ',
            counted("case when m.verdict = 'in' then 'out' else m.verdict end", figure.cohort, '1 = 1'),
            counted("'in'", measure.exit, "m.verdict = 'in'"),
          )
        : counted('m.verdict', figure.cohort, '1 = 1');
    const found = await rowsOf<{ id: string }>(
      db,
      `select day || ' ' || department_id || ' ' || last || ' ' || verdict as "id" from (
        select day, department_id, ${last} as last, verdict, members, amount from ${table}
          where figure = ${literal(figure.id)} and centre_id = ? union all ${recount.text}
        ) as compared group by day, department_id, last, verdict having sum(members) <> 0 or sum(amount) <> 0 limit ${few}`,
      [centre.id, ...recount.values],
    );
    broken.push(...found.map(({ id }) => id));
  }
  return broken;
}

/** The figure's members among these tickets or calls by SQL, with every fact: to be compared with its pure definition. */
export async function membersBySql(
  db: Db,
  figure: Figure,
  { field, ids }: { field: 'ticketId' | 'id'; ids: readonly string[] },
): Promise<{ verdict: Verdict; facts: Facts }[]> {
  if (ids.length === 0) return [];
  const fields = Object.keys(anySource(figure.over).standing);
  const list = fields.map((name) => `m.${snake(name)} as "${name}"`).join(', ');
  const found: { verdict: Verdict; facts: Facts }[] = [];
  for (const centre of await centresOf(db)) {
    const members = membersOf(ever(figure, centre));
    const rows = await rowsOf<Facts & { verdict: Verdict }>(
      db,
      `select m.verdict as "verdict", ${list} from (${members.text}) as m where m.${snake(field)} in (${marks(ids.length)})`,
      [...members.values, ...ids],
    );
    found.push(...rows.map(({ verdict, ...facts }) => ({ verdict, facts: facts as Facts })));
  }
  return found;
}
