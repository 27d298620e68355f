import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { steps } from '@hotline/db/migrate';
import { lockStore } from '@hotline/db/store/lock';
import { restore } from '@hotline/server/backup/restore';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { logAppeals, numbersIn, openBackups, unused } from '../support/backups.ts';
import { hotlineCommand } from '../support/cli.ts';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

const isPostgres = () => inject('postgresUrl') !== '';

let b: Awaited<ReturnType<typeof openBackups>>;
let h: TestHotline;
beforeAll(async () => {
  b = await openBackups();
  h = b.h;
});
afterAll(() => b.close());

test('hotline backup and hotline restore are those functions, for a store that a server is running on', async () => {
  const [number] = await logAppeals(h, 1);
  const release = lockStore(h.store.url, '热线服务');
  const made = await hotlineCommand(h.store.url, 'backup', `${b.folder}/by-command/`, '--json');
  release();
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const { file } = JSON.parse(made.stdout) as { file: string };
  const url = await unused();
  const { code, stdout } = await hotlineCommand(url, 'restore', file);
  expect(code).toBe(0);
  expect(stdout).toContain('所有人须重新登录');
  const again = await openHotline({ beside: { ...h, store: { ...h.store, url } } });
  expect(await numbersIn(again)).toContain(number);
  await again.close();
  expect((await hotlineCommand(url, 'restore', file)).stderr).toContain('--replace');
  expect((await hotlineCommand(url, 'backup')).code).toBe(2);
});

describe('is not restored:', () => {
  const trying = async (file: string, url?: string) =>
    restore(file, url ?? (await unused()), { replace: false, now: () => monday });

  test('a truncated, an altered and an unfinished backup', async () => {
    const { file } = await b.backedUp();
    truncateSync(file, statSync(file).size - 1);
    await expect(trying(file)).rejects.toThrow('可能被截断或改动');
    appendFileSync(file, 'x');
    await expect(trying(file)).rejects.toThrow('大小相同，校验值不同');
    unlinkSync(file);
    await expect(trying(file)).rejects.toThrow('没有备份文件');
    unlinkSync(`${file}.json`);
    await expect(trying(file)).rejects.toThrow('备份没有完成');
  });

  test('a backup of a newer version', async () => {
    const { file, manifest } = await b.backedUp();
    writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, version: steps.length + 1 }));
    await expect(trying(file)).rejects.toThrow('比本程序');
  });

  test('a backup of the other kind of store', async () => {
    const { file, manifest } = await b.backedUp();
    writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, engine: isPostgres() ? 'sqlite' : 'postgres' }));
    await expect(trying(file)).rejects.toThrow('不能恢复到');
  });

  test('a backup over a store that holds something, unless told to; what stood there is kept', async () => {
    const { file } = await b.backedUp();
    const { url, close, again } = await b.restored(file, monday);
    const [late] = await logAppeals(again, 1);
    await close();
    await expect(trying(file, url)).rejects.toThrow('--replace');
    const { kept } = await restore(file, url, { replace: true, now: () => monday, keepIn: b.folder });
    const put = kept ?? '';
    expect(existsSync(put)).toBe(true);
    if (isPostgres()) expect(JSON.parse(readFileSync(`${put}.json`, 'utf8'))).toMatchObject({ engine: 'postgres' });
    else {
      const old = await openHotline({ beside: { ...h, store: { ...h.store, url: `file:${put}` } } });
      expect(await numbersIn(old)).toContain(late);
      await old.close();
    }
  });

  test.skipIf(isPostgres())('a backup over itself, which would be no backup any more', async () => {
    const { file } = await b.backedUp();
    const options = { replace: true, now: () => monday };
    await expect(restore(file, `file:${file}`, options)).rejects.toThrow('备份文件就是要恢复的数据库');
    await b.restored(file, monday).then(({ close }) => close());
  });

  test('a backup over a store that a server is running on', async () => {
    const { file } = await b.backedUp();
    const { url } = await b.restored(file, monday);
    const release = lockStore(url, '热线服务');
    onTestFinished(release);
    await expect(restore(file, url, { replace: true, now: () => monday, keepIn: b.folder })).rejects.toThrow('正由');
  });
});

test('a command that is none is told what there is, whatever its name', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'nothing']) {
    const { code, stderr } = await hotlineCommand('file:unused.db', name);
    expect([code, stderr.split('\n')[0]]).toEqual([2, '用法：hotline <命令> [选项]，--help 查看选项']);
  }
});
