import { randomUUID } from 'node:crypto';
import { type Migration, Migrator } from 'kysely/migration';
import { up as init } from './migrations/0001-init.ts';
import type { Engine, Store } from './store/open.ts';

/** Listed by hand: the order is part of the history. */
const migrations = (engine: Engine): Record<string, Migration> => ({ '0001-init': { up: init(engine) } });

/** Brings the store to the newest schema; returns the names of the migrations it ran. */
export async function migrate(store: Store): Promise<string[]> {
  const migrator = new Migrator({
    db: store.writer,
    provider: { getMigrations: async () => migrations(store.engine) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  const head = await store.writer.selectFrom('head').select('id').executeTakeFirst();
  if (!head) await store.writer.insertInto('head').values({ id: 1, seq: 0, epoch: randomUUID() }).execute();
  return results.map((r) => r.migrationName);
}
