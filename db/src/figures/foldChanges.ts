import { type Dimension, dimensionsOf } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import type { Tx } from '../store/open.ts';
import { type Clause, isSqlite, marks, rowsOf, run } from '../store/rows.ts';
import { literal } from './conditions.ts';
import { type CounterTable, counterTables, hasDays, monthSql, partSql } from './counters.ts';

/**
 * Brings the oldest changes into the counters and strikes them out, in this transaction; how many. Whoever sums meanwhile
 * finds each change in one place or the other.
 */
export async function foldChanges(tx: Tx, most: number): Promise<number> {
  // Two nodes at once take different ones; SQLite has one writer.
  const lock = isSqlite(tx) ? '' : ' for update skip locked';
  const taken = await rowsOf<{ n: number }>(tx, `select "n" as "n" from "counter_change" order by "n" limit ?${lock}`, [
    most,
  ]);
  if (taken.length === 0) return 0;
  const ids = taken.map(({ n }) => Number(n));
  const these = { text: `"n" in (${marks(ids.length)})`, values: ids };
  await foldWhere(tx, these);
  await run(tx, `delete from "counter_change" where ${these.text}`, these.values);
  return ids.length;
}

/** Adds these changes to every counter they belong to. */
export async function foldWhere(tx: Tx, which: Clause): Promise<void> {
  for (const table of counterTables) {
    for (const [dimension, figures] of figuresBy) {
      const spans = hasDays(table, dimension) ? ['"day"', monthSql('"day"')] : [monthSql('"day"')];
      for (const period of spans) await add(tx, { table, dimension, figures, period }, which);
    }
    await run(tx, `delete from "${table}" where "members" = 0 and "amount" = 0`);
  }
}

type Target = { table: CounterTable; dimension: Dimension; figures: readonly string[]; period: string };

async function add(tx: Tx, { table, dimension, figures, period }: Target, which: Clause): Promise<void> {
  const owner = table === 'counter_department' ? ['department_id'] : [];
  const key = ['figure', 'centre_id', 'dimension', 'period', ...owner, 'part', 'verdict'].map((name) => `"${name}"`);
  const source = ['"figure"', '"centre_id"', literal(dimension), period, ...owner, partSql[dimension], '"verdict"'];
  const groups = source.map((_, i) => i + 1).join(', ');
  const list = figures.map(literal).join(', ');
  // In the order of the key, so that two nodes never wait for each other.
  await run(
    tx,
    `insert into "${table}" (${key.join(', ')}, "members", "amount")
      select ${source.join(', ')}, sum("members"), sum("amount") from "counter_change"
      where ${which.text} and "figure" in (${list})
      group by ${groups} having sum("members") <> 0 or sum("amount") <> 0 order by ${groups}
      on conflict (${key.join(', ')}) do update set
        "members" = "${table}"."members" + excluded."members", "amount" = "${table}"."amount" + excluded."amount"`,
    which.values,
  );
}

/** Figures that are counted by a dimension. */
const figuresBy: ReadonlyMap<Dimension, readonly string[]> = (() => {
  const by = new Map<Dimension, string[]>();
  for (const figure of figureList)
    for (const dimension of dimensionsOf(figure)) by.set(dimension, [...(by.get(dimension) ?? []), figure.id]);
  return by;
})();
