import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Where the file of a SQLite store lies (`file:…`), whether it is there or not: the one place that its name leads to, through
 * whatever links, so that two names of one store are one store to its lock, its backups and whoever puts it back.
 */
export const storeFile = (url: string): string => placeOf(resolve(url.replace(/^file:/, '')));

function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  // A link that leads to where nothing is yet; else a name in a folder.
  if (lstatSync(path, { throwIfNoEntry: false })) return placeOf(resolve(dirname(path), readlinkSync(path)));
  const folder = dirname(path);
  return folder === path ? path : join(placeOf(folder), basename(path));
}
