import type { Cell, Change } from '@hotline/shared/figures/cells';
import type { SourceName } from '@hotline/shared/figures/facts/index';
import type { Figure } from '@hotline/shared/figures/figure';
import type { Tx } from '../store/open.ts';
import { insertRow, marks, run } from '../store/rows.ts';
import type { Schema } from '../store/schema.ts';

/**
 * Writes what the changes of a whole batch do to the figures: the past that could no longer be told, and the counters,
 * merged per cell and sorted so that transactions cannot deadlock.
 */
export async function recordChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  for (const { past } of changes)
    for (const { source, facts, untilAt } of past) {
      const table = pastTables[source];
      if (table !== null) await insertRow(tx, table, { ...facts, untilAt });
    }
  for (const { table, last, keyOf, by } of counters) {
    const merged = new Map<string, { key: string[]; n: number; amount: number }>();
    for (const { cells } of changes) {
      for (const cell of cells) {
        if (!cell.kept.includes(by)) continue;
        const key = [cell.figure, cell.centreId, cell.day, cell.departmentId, keyOf(cell), cell.verdict];
        const id = key.join('\u0001');
        const sum = merged.get(id) ?? { key, n: 0, amount: 0 };
        merged.set(id, { key, n: sum.n + cell.n, amount: sum.amount + cell.amount });
      }
    }
    const cell = `"figure", "centre_id", "day", "department_id", "${last}", "verdict"`;
    const text = `insert into "${table}" (${cell}, "members", "amount") values (${marks(8)}) on conflict (${cell}) do update set
      "members" = "${table}"."members" + excluded."members", "amount" = "${table}"."amount" + excluded."amount"`;
    const sorted = [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, { key, n, amount }] of sorted) if (n !== 0 || amount !== 0) await run(tx, text, [...key, n, amount]);
  }
}

/** One small table for each question, never one cube: which figures are kept in it, and by what beside the department. */
export const counters: readonly Counter[] = [
  { table: 'figure_day', by: 'role', last: 'role', keyOf: (cell) => cell.role },
  { table: 'figure_category_day', by: 'category', last: 'category_id', keyOf: (cell) => cell.categoryId },
];
export type Counter = {
  readonly table: 'figure_day' | 'figure_category_day';
  readonly by: Figure['counters'][number];
  readonly last: 'role' | 'category_id';
  readonly keyOf: (cell: Cell) => string;
};

const pastTables: Record<SourceName, keyof Schema | null> = {
  appeal: 'pastAppeal',
  dispatch: 'pastDispatch',
  ticket: 'pastTicket',
  callback: 'pastCallback',
  call: null,
};
