import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './folder.ts';

test('a folder is made with all above it, and one that is there stays', () => {
  const root = mkdtempSync(join(tmpdir(), 'hotline-folder-'));
  const deep = join(root, 'a/b/c');
  makeFolder(deep, 0o700);
  makeFolder(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(root, 'file/below'))).toThrow('ENOTDIR');
  rmSync(root, { recursive: true });
});

test.skipIf(process.platform !== 'linux')('where no folder can be made it says so instead of trying for ever', () => {
  expect(() => makeFolder('/proc/hotline/data')).toThrow('不能在 /proc 里建立文件夹「/proc/hotline」。请换一个位置。');
});
