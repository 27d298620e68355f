import { type Dimension, dimensionsOf, type Figure, isKept } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { Transaction } from 'kysely';
import type { Db, Store, Tx } from '../store/open.ts';
import { type Clause, rowsOf, run } from '../store/rows.ts';
import { type CounterTable, counterKey, counterTables, hasDays } from './counters.ts';
import { intoCounters } from './foldChanges.ts';
import { centresOf, changeKey, monthSql, recountOf, sourceOf } from './recount.ts';

/**
 * Counts the past of figures that came with a newer program, once each: from then on their counters are kept with every
 * write. To be called before anything writes; which figures were filled. What a killed start left undone the next one does.
 */
export async function fillCounters(store: Store, known: readonly Figure[] = figureList): Promise<string[]> {
  const done = await rowsOf<{ figure: string }>(store.reader, 'select "figure" as "figure" from "counted_figure"', []);
  const counted = new Set(done.map(({ figure }) => figure));
  const filled: string[] = [];
  for (const figure of known) {
    if (!isKept(figure) || counted.has(figure.id)) continue;
    await inTransaction(store.writer, (tx) => fill(tx, figure));
    filled.push(figure.id);
  }
  return filled;
}

/** A restore has one already. */
const inTransaction = (db: Db, work: (tx: Tx) => Promise<void>): Promise<void> =>
  db instanceof Transaction ? work(db) : db.transaction().execute(work);

async function fill(tx: Tx, figure: Figure): Promise<void> {
  // A store that was written to before it was filled has some of it.
  for (const table of ['counter_change', ...counterTables])
    await run(tx, `delete from "${table}" where "figure" = ?`, [figure.id]);
  for (const centre of await centresOf(tx)) {
    const recount = recountOf(tx, figure, centre);
    const columns = `${changeKey}, "members", "amount"`;
    await run(tx, `insert into "counter_change" (${columns}) ${recount.text}`, recount.values);
  }
  for (const table of counterTables)
    for (const dimension of dimensionsOf(figure)) {
      const withDays = hasDays(table, dimension);
      const source = sourceOf(table, dimension, withDays ? 'day' : 'month');
      await count(tx, table, summed(source, 'from "counter_change" where "figure" = ?', [figure.id]));
      if (withDays) await count(tx, table, monthsOf(table, figure, dimension));
    }
  await run(tx, `delete from "counter_change" where "figure" = ?`, [figure.id]);
  await run(tx, 'insert into "counted_figure" ("figure") values (?)', [figure.id]);
}

const count = (tx: Tx, table: CounterTable, { text, values }: Clause) =>
  run(tx, `insert into ${intoCounters(table)} ${text}`, values);

/** From the days, which are far fewer than the changes. */
const monthsOf = (table: CounterTable, figure: Figure, dimension: Dimension): Clause =>
  summed(
    counterKey(table).map((name) => (name === 'period' ? monthSql('"period"') : `"${name}"`)),
    `from "${table}" where "figure" = ? and "dimension" = ?`,
    [figure.id, dimension],
  );

const summed = (columns: readonly string[], from: string, values: readonly string[]): Clause => ({
  text: `select ${columns.join(', ')}, sum("members"), sum("amount") ${from} group by ${columns.map((_, i) => i + 1).join(', ')}
    having sum("members") <> 0 or sum("amount") <> 0`,
  values,
});
