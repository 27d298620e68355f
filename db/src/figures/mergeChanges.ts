import { monthOf } from '@hotline/shared/figures/periods';
import type { Selectable } from 'kysely';
import type { Db } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { type CounterTable, counterTables, dimensionsByFigure, hasDays, partField } from './counters.ts';

/** What is to be added to one counter; its key as `counterKey` names it. */
export type CounterSum = { readonly key: readonly string[]; readonly members: number; readonly amount: number };
export type Merged = {
  /** The changes it was made of. */
  readonly taken: readonly number[];
  readonly sums: Readonly<Record<CounterTable, readonly CounterSum[]>>;
};
type Waiting = Selectable<Schema['counterChange']>;

/** The oldest changes that wait, put together for each counter: not on the thread that answers people. */
export async function mergeChanges(db: Db, most: number): Promise<Merged> {
  const waiting = await db.selectFrom('counterChange').selectAll().orderBy('n').limit(most).execute();
  const [centre, department] = counterTables.map((table) => merged(waiting, table));
  return {
    taken: waiting.map(({ n }) => Number(n)),
    sums: { counter_centre: centre ?? [], counter_department: department ?? [] },
  };
}

/** In the order of the key, so that two nodes never wait for each other. */
function merged(waiting: readonly Waiting[], table: CounterTable): CounterSum[] {
  const sums = new Map<string, { key: string[]; members: number; amount: number }>();
  for (const change of waiting) {
    for (const dimension of dimensionsByFigure.get(change.figure) ?? []) {
      const field = partField[dimension];
      const owner = table === 'counter_department' ? [change.departmentId] : [];
      const periods = hasDays(table, dimension) ? [change.day, monthOf(change.day)] : [monthOf(change.day)];
      for (const period of periods) {
        const part = field === null ? '' : String(change[field]);
        const key = [change.figure, change.centreId, dimension, period, ...owner, part, change.verdict];
        const id = key.join('\u0001');
        const sum = sums.get(id) ?? { key, members: 0, amount: 0 };
        sum.members += Number(change.members);
        sum.amount += Number(change.amount);
        sums.set(id, sum);
      }
    }
  }
  return [...sums]
    .filter(([, { members, amount }]) => members !== 0 || amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
