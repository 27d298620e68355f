import { type Build, primaryKey } from '../0001/build.ts';

/** Figures whose counters hold the whole past: one that comes later is counted from the rows once, when it comes. */
export async function countedFigures({ bareTable, text }: Build): Promise<void> {
  await bareTable('counted_figure').addColumn('figure', text, primaryKey).execute();
}
