import { join } from 'node:path';
import { countedIn } from '@hotline/db/backup/anew';
import { clearTables, continueKeys, countRows, othersConnected, writeRows } from '@hotline/db/backup/tables';
import { migrate, steps, storeVersion } from '@hotline/db/migrate';
import { openStore, type Store } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import { backup } from './backup.ts';
import { readDump } from './dump.ts';
import { inName, notEmpty, type PutBack } from './putBack.ts';

/** What the steps write by themselves. */
const byMigration = ['stamp', 'kysely_migration', 'kysely_migration_lock'];

/** In one transaction: whoever looks meanwhile sees what stood there, and after a failure it stands there still. */
export const putBackPostgres: PutBack = async ({ file, manifest, url, replace, at, keepIn, anew }) => {
  const store = openStore(url);
  try {
    if (await othersConnected(store))
      throw new Refusal('conflict', '数据库正由热线服务或其他程序使用。请先停止它们，再恢复。');
    const standing = (await storeVersion(store)) > 0;
    const centre = standing && (await store.reader.selectFrom('centre').select('id').limit(1).executeTakeFirst());
    if (centre && !replace) throw notEmpty();
    const counted = centre ? await countedIn(store.reader) : [];
    const kept = centre ? await keep(store, join(keepIn, `before-restore-${inName(at)}.jsonl.gz`), at) : null;
    const done = await store.writer.transaction().execute(async (tx) => {
      const within: Store = { ...store, reader: tx, writer: tx };
      if (standing) await clearTables(tx);
      // As the backup was, row for row; from there on it goes the way of every store.
      await migrate(within, steps.slice(0, manifest.version), { counts: false });
      await tx.deleteFrom('head').execute();
      for await (const rows of readDump(file)) if (!byMigration.includes(rows.table)) await writeRows(tx, rows);
      await continueKeys(tx);
      demandAll(manifest.rows, await countRows(within));
      await migrate(within);
      return anew(tx, counted);
    });
    return { ...done, kept };
  } finally {
    await store.close();
  }
};

const keep = async (store: Store, file: string, at: string) => (await backup(store, file, () => at)).file;

function demandAll(wanted: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>): void {
  const short = Object.keys(wanted).find((table) => !byMigration.includes(table) && wanted[table] !== found[table]);
  if (short) throw new Refusal('conflict', `备份中 ${short} 的行数不符，未作任何改动。请改用另一份备份。`);
}
