import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockStore } from './lock.ts';

test('one process holds the store, through garbage collection too; killed without a word, it leaves the way free', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-lock-'));
  const url = `file:${join(folder, 'hotline.db')}`;
  const code = `import { lockStore } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    lockStore(${JSON.stringify(url)}, '热线服务');
    setTimeout(() => { gc(); console.log('held'); }, 50); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void other.kill('SIGKILL'));
  await once(other.stdout, 'data');
  expect(() => lockStore(url, 'hotline import')).toThrow(`「热线服务」（进程 ${other.pid}）`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  const release = lockStore(url, 'hotline import');
  expect(() => lockStore(url, 'hotline demo')).toThrow('「hotline import」');
  release();
  lockStore(url, 'hotline demo')();
  rmSync(folder, { recursive: true });
});

test('a store is one store by whatever name it is reached: through a link, a linked folder, a link to where nothing is yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'data'));
  symlinkSync('data', join(folder, 'linked'));
  symlinkSync(join('data', 'hotline.db'), join(folder, 'link.db'));
  const names = ['data/hotline.db', 'linked/hotline.db', 'link.db', 'data/../linked/hotline.db'].map(
    (name) => `file:${join(folder, name)}`,
  );
  for (const isThere of [false, true]) {
    if (isThere) writeFileSync(join(folder, 'data/hotline.db'), '');
    for (const name of names) {
      const release = lockStore(name, '热线服务');
      for (const other of names) expect(() => lockStore(other, 'hotline restore')).toThrow('「热线服务」');
      release();
    }
  }
});

test('a store with a second name that nobody can follow is not used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'hotline.db'), '');
  linkSync(join(folder, 'hotline.db'), join(folder, 'other.db'));
  expect(() => lockStore(`file:${join(folder, 'hotline.db')}`, '热线服务')).toThrow('硬链接');
});

test('PostgreSQL has many writers and is never locked', () => {
  lockStore('postgres://localhost/a', 'one');
  lockStore('postgres://localhost/a', 'two');
});
