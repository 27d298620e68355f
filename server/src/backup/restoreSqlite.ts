import { copyFileSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Counted, countedIn } from '@hotline/db/backup/anew';
import { examineFile } from '@hotline/db/backup/examine';
import { migrate } from '@hotline/db/migrate';
import { makeFolder } from '@hotline/db/store/folder';
import { openReader, openStore } from '@hotline/db/store/open';
import { readFound } from '@hotline/db/store/readStamp';
import { storeFile } from '@hotline/db/store/storeFile';
import { Refusal } from '@hotline/shared/refusal';
import { makeDurable } from './durable.ts';
import { inName, notEmpty, type PutBack } from './putBack.ts';

/** Files that belong to a SQLite database. */
const beside = ['', '-wal', '-shm'];

/** Makes the new history in a file of its own, examines it, and only then gives it the store's name. */
export const putBackSqlite: PutBack = async ({ file, url, replace, at, anew }) => {
  const target = storeFile(url);
  const coming = `${target}.restoring`;
  makeFolder(dirname(target));
  if (existsSync(target) && target === realpathSync(file))
    throw new Refusal(
      'conflict',
      '备份文件就是要恢复的数据库，未作改动。请先复制到别处，或用 --database 指定另一个文件。',
    );
  const standing = existsSync(target) ? await look(target) : 'nothing';
  if (!replace && standing !== 'nothing' && standing !== 'empty') throw notEmpty();
  try {
    for (const end of beside) rmSync(coming + end, { force: true });
    copyFileSync(file, coming);
    const store = openStore(`file:${coming}`);
    const done = await (async () => {
      await migrate(store);
      return store.writer.transaction().execute((tx) => anew(tx, typeof standing === 'string' ? [] : standing));
    })().finally(() => store.close());
    const { broken } = await examineFile(coming);
    if (broken.length > 0)
      throw new Refusal('conflict', `恢复后的数据核对不一致，未作改动：${broken.slice(0, 5).join('；')}。`);
    makeDurable(coming);
    const kept =
      standing === 'nothing' || standing === 'empty' ? null : unusedName(`${target}.before-restore-${inName(at)}`);
    for (const end of beside)
      if (existsSync(target + end)) {
        if (kept) renameSync(target + end, kept + end);
        else rmSync(target + end);
      }
    renameSync(coming, target);
    makeDurable(dirname(target));
    return { ...done, kept };
  } finally {
    for (const end of beside) rmSync(coming + end, { force: true });
  }
};

function unusedName(wanted: string): string {
  let name = wanted;
  for (let i = 2; existsSync(name); i++) name = `${wanted}-${i}`;
  return name;
}

/**
 * What stands there: nothing worth keeping, or what had been counted in it. One that cannot be read has been counted by
 * nobody; it is kept, and its numbers are those that the hours since the backup leave room for.
 */
async function look(file: string): Promise<'empty' | 'unreadable' | readonly Counted[]> {
  try {
    const { db, close } = openReader(`file:${file}`);
    try {
      const { tables } = await readFound({ engine: 'sqlite', reader: db });
      if (tables.length === 0) return 'empty';
      const centre = await db.selectFrom('centre').select('id').limit(1).executeTakeFirst();
      return centre ? await countedIn(db) : 'empty';
    } finally {
      close();
    }
  } catch {
    return 'unreadable';
  }
}
