import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { sentenceFor } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-terminal-'));
const src = join(import.meta.dirname, '..');
const other = createServer();
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, 'folder.db'));
  writeFileSync(join(folder, 'there.db'), '');
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  port = (other.address() as { port: number }).port;
});
afterAll(() => void other.close());

/** Runs one program of ours to its end. */
function run(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const own = {
    PATH: process.env['PATH'],
    HOTLINE_DATABASE: `file:${join(folder, 'there.db')}`,
    HOTLINE_DEMO: '0',
    ...env,
  };
  const child = spawn(process.execPath, [join(src, program), ...args], { env: own, timeout: 25_000 });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += String(part);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

test('a wrong setting is refused with a sentence that names it', () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ HOTLINE_TRUSTED_PROXIES: '1.2.3' }, /^HOTLINE_TRUSTED_PROXIES 里的「1\.2\.3」不是 IP 地址或网段/],
    [{ HOTLINE_TRUSTED_PROXIES: '10.0.0.0/33, ::1' }, /「10\.0\.0\.0\/33」不是/],
    [{ HOTLINE_PORT: '99999' }, /^设置不正确：HOTLINE_PORT/],
    [{ HOTLINE_LIMITS: 'sesion=3' }, /^HOTLINE_LIMITS 里的「sesion=3」不正确/],
    [{ HOTLINE_TLS_CERT: '/etc/a.pem' }, /必须同时设置/],
    [{ HOTLINE_NO: '1' }, /^不认识的设置：HOTLINE_NO/],
  ];
  for (const [env, sentence] of wrong) {
    const error = errorOf(() => readConfig(env));
    expect(sentenceFor(error)).toMatch(sentence);
  }
  expect(readConfig({ HOTLINE_TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,::1' }).trustedProxies).toHaveLength(3);
});

test('what the machine refuses ends the start with one sentence that says what to do, and no stack', async () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ HOTLINE_PORT: String(port) }, /已被其他程序占用。请停止它，或用 HOTLINE_PORT/],
    [{ HOTLINE_HOST: '203.0.113.9' }, /本机没有地址 203\.0\.113\.9。请核对 HOTLINE_HOST/],
    [{ HOTLINE_DATABASE: `file:${join(folder, 'folder.db')}` }, /它可能是文件夹/],
    [{ HOTLINE_DATABASE: 'postgres://nobody@127.0.0.1:1/none' }, /连不上 127\.0\.0\.1:1。/],
  ];
  const ends = wrong.map(async ([env, sentence], at) => {
    const own = { HOTLINE_DATABASE: `file:${join(folder, `${at}.db`)}`, HOTLINE_PORT: '0', ...env };
    const { code, said } = await run('main.ts', [], own);
    expect(code, said).toBe(1);
    expect(said.trim()).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
  await Promise.all(ends);
}, 60_000);

test('a command that cannot read or write where it is told says where and what to do, in Chinese alone', async () => {
  const wrong: [string[], RegExp][] = [
    [['init', '--no-such'], /^选项 --no-such 不正确。/],
    [['init', join(folder, 'none.xlsx')], /none\.xlsx/],
    [['migrate', '--database', `file:${join(folder, 'there.db', 'below.db')}`], /there\.db.*不是文件夹。请核对路径。/],
    [['verify', '--database', `file:${join(folder, 'none.db')}`], /^没有数据库文件/],
  ];
  for (const [args, sentence] of wrong) {
    const { code, said } = await run('cli/main.ts', args, {});
    expect(code, said).not.toBe(0);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n {4}at |Error|ENOENT|EEXIST|ENOTDIR/);
  }
}, 60_000);

test('a fault of the program keeps its stack', () => {
  expect(sentenceFor(new TypeError('x is not a function'))).toBeNull();
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
