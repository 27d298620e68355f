import type { Contribution } from '@hotline/shared/figures/figure';
import type { Tx } from './open.ts';
import { marks, run } from './rows.ts';

/** A change of one figure's cells by one command. */
export type Delta = { readonly figure: string; readonly cells: readonly Contribution[] };

/** Adds the deltas of a whole batch to the counters: merged per cell and sorted, so that transactions cannot deadlock. */
export async function addToCounters(tx: Tx, deltas: readonly Delta[]): Promise<void> {
  for (const [table, last, keyOf] of counters) {
    const merged = new Map<string, { key: string[]; sums: number[] }>();
    for (const { figure, cells } of deltas) {
      for (const cell of cells) {
        const key = [figure, cell.centreId, cell.day, cell.departmentId, keyOf(cell)];
        const id = key.join('\u0001');
        const sums = [cell.total, cell.timely, cell.timelyOriginal, cell.excluded];
        const known = merged.get(id);
        if (known) known.sums = known.sums.map((s, i) => s + (sums[i] ?? 0));
        else merged.set(id, { key, sums });
      }
    }
    const text = `insert into "${table}" ("figure","centre_id","day","department_id","${last}","total","timely","timely_original","excluded")
      values (${marks(9)}) on conflict ("figure","centre_id","day","department_id","${last}") do update set
      "total" = "${table}"."total" + excluded."total", "timely" = "${table}"."timely" + excluded."timely",
      "timely_original" = "${table}"."timely_original" + excluded."timely_original", "excluded" = "${table}"."excluded" + excluded."excluded"`;
    const sorted = [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { key, sums }] of sorted) {
      if (sums.some((s) => s !== 0)) await run(tx, text, [...key, ...sums]);
    }
  }
}

/** One small table for each question, never one cube. */
const counters: readonly (readonly [string, string, (c: Contribution) => string])[] = [
  ['figure_day', 'role', (c) => c.role],
  ['figure_category_day', 'category_id', (c) => c.categoryId],
];
