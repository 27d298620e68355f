import type { Figure } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { Transaction } from 'kysely';
import type { Db, Store, Tx } from '../store/open.ts';
import { rowsOf, run } from '../store/rows.ts';
import { counters } from './counters.ts';
import { centresOf, recountOf } from './recount.ts';

/**
 * Counts the past of figures that came with a newer program, once each: from then on their counters are kept with every
 * write. To be called before anything writes; which figures were filled. What a killed start left undone the next one does.
 */
export async function fillCounters(store: Store, known: readonly Figure[] = figureList): Promise<string[]> {
  const done = await rowsOf<{ figure: string }>(store.reader, 'select "figure" as "figure" from "counted_figure"', []);
  const counted = new Set(done.map(({ figure }) => figure));
  const filled: string[] = [];
  for (const figure of known) {
    if (figure.counters.length === 0 || counted.has(figure.id)) continue;
    await inTransaction(store.writer, (tx) => fill(tx, figure));
    filled.push(figure.id);
  }
  return filled;
}

/** A restore has one already. */
const inTransaction = (db: Db, work: (tx: Tx) => Promise<void>): Promise<void> =>
  db instanceof Transaction ? work(db) : db.transaction().execute(work);

async function fill(tx: Tx, figure: Figure): Promise<void> {
  for (const counter of counters) {
    // A store that was written to before it was filled has some of it.
    await run(tx, `delete from "${counter.table}" where "figure" = ?`, [figure.id]);
    if (!figure.counters.includes(counter.by)) continue;
    const cell = `"figure", "centre_id", "day", "department_id", "${counter.last}", "verdict", "members", "amount"`;
    for (const centre of await centresOf(tx)) {
      const recount = recountOf(tx, figure, centre, counter, 1);
      await run(
        tx,
        `insert into "${counter.table}" (${cell})
          select cast(? as text), cast(? as text), day, department_id, last, verdict, sum(members), sum(amount)
          from (${recount.text}) as recounted group by day, department_id, last, verdict`,
        [figure.id, centre.id, ...recount.values],
      );
    }
  }
  await run(tx, 'insert into "counted_figure" ("figure") values (?)', [figure.id]);
}
