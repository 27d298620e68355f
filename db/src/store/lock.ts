import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '@hotline/shared/refusal';
import Sqlite from 'better-sqlite3';
import { makeFolder } from './folder.ts';
import { engineOf } from './open.ts';
import { storeFile } from './storeFile.ts';

/**
 * Makes this process the only one that writes a SQLite store, until it ends or releases: `<file>.lock` is a tiny
 * database of its own in which the operating system holds the lock, so it dies with its process, whatever the process
 * died of, and a reused process number means nothing. PostgreSQL has many writers and needs none.
 * @throws Refusal naming who holds it, and what to do `instead`; or that the file has several names.
 */
export function lockStore(url: string, purpose: string, instead = '请先停止它，再重试。'): () => void {
  if (engineOf(url) === 'postgres') return () => undefined;
  const store = storeFile(url);
  const found = statSync(store, { throwIfNoEntry: false });
  // A folder is linked to by those in it.
  const links = found?.isFile() ? found.nlink : 1;
  // Of a second name nobody could know that it is the same store.
  if (links > 1)
    throw new Refusal('conflict', `数据库文件 ${store} 有 ${links} 个硬链接，不能使用。请只保留一个，再重试。`);
  const file = `${store}.lock`;
  makeFolder(dirname(file));
  const lock = new Sqlite(file, { timeout: 200 });
  try {
    lock.exec('begin immediate');
    lock.exec('create table if not exists holder (pid integer, purpose text, since text)');
    lock.exec('delete from holder');
    lock.prepare('insert into holder values (?, ?, ?)').run(process.pid, purpose, new Date().toISOString());
    lock.exec('commit');
    // Reserved until the connection closes; others may still read who holds it.
    lock.exec('begin immediate');
  } catch (error) {
    if (!/^SQLITE_BUSY/.test(String((error as { code?: unknown }).code))) throw error;
    const holder = holderOf(lock);
    lock.close();
    throw new Refusal('conflict', `数据库正由${holder}使用，同一时间只能有一个进程写入。${instead}`);
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}

/** Keeps the connections reachable: one that is garbage collected closes, and its lock is gone. */
const held = new Set<Sqlite.Database>();

function holderOf(lock: Sqlite.Database): string {
  try {
    const row = lock.prepare('select pid, purpose from holder').get() as { pid: number; purpose: string } | undefined;
    return row ? `「${row.purpose}」（进程 ${row.pid}）` : '另一个进程';
  } catch {
    return '另一个进程';
  }
}
