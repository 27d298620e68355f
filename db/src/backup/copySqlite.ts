import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { storeFile } from '../store/storeFile.ts';

/** Pages of 4 KiB a step: about a millisecond of this thread; only the last one waits for the disk. */
const pagesAtATime = 64;

/**
 * Copies a SQLite store into a new file as it stands at this moment, write-ahead log included, while others write on. It
 * reads through a connection of its own, in one transaction: it needs no lock, holds nobody up, and what is committed
 * after it began is not in it (without the transaction each commit would make it begin again, under load for ever).
 * Meanwhile the log cannot be emptied: it grows by what is written.
 */
export async function copySqlite(
  url: string,
  target: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const source = new Sqlite(storeFile(url), { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
        return pagesAtATime;
      },
    });
    source.exec('commit');
  } finally {
    source.close();
  }
  await nextTurn();
  settle(target);
}

/** Into one file that can be carried away: without the WAL mode it inherits, so that reading it writes nothing beside it. */
function settle(file: string): void {
  const copy = new Sqlite(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
