import type { Kysely } from 'kysely';
import type { Engine } from '../store/open.ts';
import { buildOn, primaryKey } from './0001/build.ts';

/** Figures whose counters hold the whole past: one that comes later is counted from the rows once, when it comes. */
export const countedFigures =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const { bareTable, text } = buildOn(db, engine);
    await bareTable('counted_figure').addColumn('figure', text, primaryKey).execute();
  };
