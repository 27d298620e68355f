import { anySource } from '@hotline/shared/figures/facts/index';
import type { Facts } from '@hotline/shared/figures/facts/source';
import { type Dimension, dimensionsOf, type Figure, isKept, type Verdict } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import type { Check } from '../store/checks.ts';
import type { Db } from '../store/open.ts';
import { marks, rowsOf, snake } from '../store/rows.ts';
import { type CounterTable, counterKey, counterTables, hasDays } from './counters.ts';
import { membersOf } from './members.ts';
import { centresOf, changeKey, ever, recountOf, sourceOf } from './recount.ts';

const few = 5;

/** The counters of each figure, with what waits to be brought into them, are what a recount from the rows gives. */
export const counterChecks: readonly Check[] = figureList.filter(isKept).map((figure) => ({
  name: `counters of ${figure.id} equal a recount`,
  broken: (db) => differences(db, figure),
}));

async function differences(db: Db, figure: Figure): Promise<string[]> {
  const broken: string[] = [];
  for (const centre of await centresOf(db)) {
    const recount = recountOf(db, figure, centre);
    const legs = counterTables.flatMap((table) =>
      dimensionsOf(figure).flatMap((dimension) => [
        ...(hasDays(table, dimension) ? [comparedLeg(table, dimension, 'day')] : []),
        comparedLeg(table, dimension, 'month'),
      ]),
    );
    const kept = counterTables.map(
      (table) => `select '${table}' as kept, ${[...counterKey(table)].join(" || ' ' || ")} as id, members, amount
        from ${table} where figure = ? and centre_id = ?`,
    );
    // Rows less what waits is what the counters must hold by now.
    const found = await rowsOf<{ id: string }>(
      db,
      `with rows_now as materialized (${recount.text}),
        held as materialized (select ${changeKey}, -members as members, -amount as amount from rows_now
          union all select ${changeKey}, members, amount from counter_change where figure = ? and centre_id = ?)
        select kept || ' ' || id as "id" from (${[...kept, ...legs].join(' union all ')}) as compared
        group by kept, id having sum(members) <> 0 or sum(amount) <> 0 limit ${few}`,
      [...recount.values, figure.id, centre.id, ...kept.flatMap(() => [figure.id, centre.id])],
    );
    broken.push(...found.map(({ id }) => id));
  }
  return broken;
}

const comparedLeg = (table: CounterTable, dimension: Dimension, period: 'day' | 'month') =>
  `select '${table}', ${sourceOf(table, dimension, period).join(" || ' ' || ")}, sum(members), sum(amount) from held group by 1, 2`;

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
