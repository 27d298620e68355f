import { dimensionsOf, type Figure } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { Transaction } from 'kysely';
import type { Db, Store, Tx } from '../store/open.ts';
import { rowsOf, run } from '../store/rows.ts';
import { counterTables } from './counters.ts';
import { foldWhere } from './foldChanges.ts';
import { centresOf, changeKey, recountOf } from './recount.ts';

/**
 * Counts the past of figures that came with a newer program, once each: from then on their counters are kept with every
 * write. To be called before anything writes; which figures were filled. What a killed start left undone the next one does.
 */
export async function fillCounters(store: Store, known: readonly Figure[] = figureList): Promise<string[]> {
  const done = await rowsOf<{ figure: string }>(store.reader, 'select "figure" as "figure" from "counted_figure"', []);
  const counted = new Set(done.map(({ figure }) => figure));
  const filled: string[] = [];
  for (const figure of known) {
    if (dimensionsOf(figure).length === 0 || counted.has(figure.id)) continue;
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
  const own = { text: '"figure" = ?', values: [figure.id] };
  await foldWhere(tx, own);
  await run(tx, `delete from "counter_change" where ${own.text}`, own.values);
  await run(tx, 'insert into "counted_figure" ("figure") values (?)', [figure.id]);
}
