import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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

test('PostgreSQL has many writers and is never locked', () => {
  lockStore('postgres://localhost/a', 'one');
  lockStore('postgres://localhost/a', 'two');
});
