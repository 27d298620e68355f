import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { fillCounters } from './figures/fillCounters.ts';
import { up as init } from './migrations/0001-init.ts';
import { offices } from './migrations/0002-offices.ts';
import { countedFigures } from './migrations/0003-counted-figures.ts';
import { originalTexts } from './migrations/0004-original-texts.ts';
import { keptCounters } from './migrations/0005-kept-counters.ts';
import { alikeIndex } from './migrations/0006-alike.ts';
import type { Engine, Store } from './store/open.ts';
import { readFound, writeStamp } from './store/readStamp.ts';
import { versionOf } from './store/stamp.ts';

/** One step from a version of the store to the next, for both stores; it changes the schema and the rows that need it. */
export type Step = { readonly name: string; readonly up: (engine: Engine) => (db: Kysely<unknown>) => Promise<void> };

/** Listed by hand: the order is part of the history, and the version of a store is how many of them it has been through. */
export const steps: readonly Step[] = [
  { name: '0001-init', up: init },
  { name: '0002-offices', up: offices },
  { name: '0003-counted-figures', up: countedFigures },
  { name: '0004-original-texts', up: originalTexts },
  { name: '0005-kept-counters', up: keptCounters },
  { name: '0006-alike', up: () => alikeIndex },
];

/**
 * Brings the store to the newest schema; returns the names of the steps it ran. Each runs in a transaction of its own
 * with the stamp that tells of it, so a step that fails or is killed has not happened. Then figures that came with this
 * program get the counters of the past, unless `counts` says that the rows are still to come.
 * @throws Refusal with a sentence for a database that is not ours or is a newer version's; nothing is changed then.
 */
export async function migrate(
  store: Store,
  known: readonly Step[] = steps,
  { counts = known.length >= steps.length }: { counts?: boolean } = {},
): Promise<string[]> {
  const from = await storeVersion(store, known);
  const ran: string[] = [];
  for (const [i, { name }] of known.entries()) {
    if (i < from) continue;
    const migrator = new Migrator({
      db: store.writer,
      provider: { getMigrations: async () => migrations(store.engine, known.slice(0, i + 1)) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    ran.push(name);
  }
  if (counts) await fillCounters(store);
  return ran;
}

/**
 * How many steps the store has been through, 0 for an empty one; fewer than `known`: it must be migrated first.
 * @throws Refusal as `migrate`.
 */
export const storeVersion = async (store: Store, known: readonly Step[] = steps): Promise<number> =>
  versionOf(await readFound(store), known.length);

const migrations = (engine: Engine, known: readonly Step[]) =>
  Object.fromEntries(
    known.map(({ name, up }, i) => {
      const step = async (db: Kysely<unknown>) => {
        await up(engine)(db);
        if (i === 0) await beginLog(db);
        await writeStamp(db, i + 1);
      };
      return [name, { up: step }];
    }),
  );

/** The log begins empty; its epoch tells it apart from the log of every other store. */
const beginLog = (db: Kysely<unknown>) =>
  (db as Store['writer']).insertInto('head').values({ id: 1, seq: 0, epoch: randomUUID() }).execute();
