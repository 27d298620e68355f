import { anySource } from '@hotline/shared/figures/facts/index';
import type { Facts } from '@hotline/shared/figures/facts/source';
import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import type { Check } from '../store/checks.ts';
import type { Db } from '../store/open.ts';
import { marks, rowsOf, snake } from '../store/rows.ts';
import { literal } from './conditions.ts';
import { type Counter, counters } from './counters.ts';
import { membersOf } from './members.ts';
import { centresOf, ever, recountOf } from './recount.ts';

const few = 5;

/** Each counter of each figure is what a recount from the rows gives. */
export const counterChecks: readonly Check[] = figureList.flatMap((figure) =>
  counters
    .filter(({ by }) => figure.counters.includes(by))
    .map((counter) => ({
      name: `${counter.table.replaceAll('_', ' ')} of ${figure.id} equals a recount`,
      broken: (db) => differences(db, figure, counter),
    })),
);

async function differences(db: Db, figure: Figure, counter: Counter): Promise<string[]> {
  const { table, last } = counter;
  const broken: string[] = [];
  for (const centre of await centresOf(db)) {
    const recount = recountOf(db, figure, centre, counter, -1);
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
