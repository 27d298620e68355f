import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '@hotline/shared/refusal';

/**
 * Makes a folder and those above it, where they are not there. Node's own `recursive` never ends where a file system holds
 * no new folders, as `/proc` does. @throws Refusal naming such a place; the system's error otherwise
 */
export function makeFolder(path: string, mode = 0o777): void {
  const folder = resolve(path);
  const above = dirname(folder);
  if (isFolder(folder)) return;
  if (!existsSync(above)) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process was quicker.
    if (isFolder(folder)) return;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('unavailable', `不能在 ${above} 里建立文件夹「${folder}」。请换一个位置。`);
    throw error;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
