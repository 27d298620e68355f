import type { Cell, Change } from '@hotline/shared/figures/cells';
import type { SourceName } from '@hotline/shared/figures/facts/index';
import { type Dimension, dimensionsOf } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import type { Insertable } from 'kysely';
import type { Tx } from '../store/open.ts';
import { insertRow, isSqlite } from '../store/rows.ts';
import type { Schema } from '../store/schema.ts';

/**
 * Where counters are kept, by figure × dimension × period, of the whole centre or of each department. A department's are
 * kept by day for `none` and `role` alone: by day, department and category there would be nearly as many as tickets.
 */
export type CounterTable = 'counter_centre' | 'counter_department';
export const counterTables: readonly CounterTable[] = ['counter_centre', 'counter_department'];
export const hasDays = (table: CounterTable, dimension: Dimension): boolean =>
  table === 'counter_centre' || dimension === 'none' || dimension === 'role';

/** The columns that tell the counters of a table apart, in the order in which SQLite keeps them together. */
export const counterKey = (table: CounterTable): readonly string[] => [
  ...['figure', 'centre_id', 'dimension', 'period'],
  ...(table === 'counter_department' ? ['department_id'] : []),
  ...['part', 'verdict'],
];

/** Which field of a change says the part of each dimension; null: it has but one. */
export const partField: Readonly<Record<Dimension, keyof Cell | null>> = {
  none: null,
  role: 'role',
  category: 'categoryId',
  kind: 'kind',
  channel: 'channel',
  region: 'region',
};

/** By which dimensions a figure's changes are counted. */
export const dimensionsByFigure: ReadonlyMap<string, readonly Dimension[]> = new Map(
  figureList.map((figure) => [figure.id, dimensionsOf(figure)]),
);

/**
 * Writes down what the changes of a whole batch do to the figures: the past that could no longer be told, and what is to
 * be added to counters, merged. Only rows at the end of a table: no write waits for a counter that another one changes.
 * `foldChanges` brings them into the counters; until then whoever sums reads both.
 */
export async function recordChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  for (const { past } of changes)
    for (const { source, facts, untilAt } of past) {
      const table = pastTables[source];
      if (table !== null) await insertRow(tx, table, { ...facts, untilAt });
    }
  const merged = new Map<string, CounterChange>();
  for (const { cells } of changes)
    for (const { n, amount, ...key } of cells) {
      const id = Object.values(key).join('\u0001');
      const sum = merged.get(id);
      merged.set(id, { ...key, members: (sum?.members ?? 0) + n, amount: (sum?.amount ?? 0) + amount });
    }
  const rows = [...merged.values()].filter(({ members, amount }) => members !== 0 || amount !== 0);
  if (isSqlite(tx)) for (const row of rows) await insertRow(tx, 'counterChange', row);
  else if (rows.length > 0) await tx.insertInto('counterChange').values(rows).execute();
}
type CounterChange = Insertable<Schema['counterChange']>;

const pastTables: Record<SourceName, keyof Schema | null> = {
  appeal: 'pastAppeal',
  dispatch: 'pastDispatch',
  ticket: 'pastTicket',
  callback: 'pastCallback',
  call: null,
};
