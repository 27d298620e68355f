import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHead } from '@hotline/db/cases/events';
import { steps } from '@hotline/db/migrate';
import { lockStore } from '@hotline/db/store/lock';
import { backup } from '@hotline/server/backup/backup';
import { restore } from '@hotline/server/backup/restore';
import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { verify } from '@hotline/server/jobs/verify';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { hotlineCommand } from '../support/cli.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { emptyPlace, temporaryFolder } from '../support/places.ts';

const [monday, tuesday] = ['2026-11-02T02:00:00.000Z', '2026-11-03T02:00:00.000Z'];
const isPostgres = () => inject('postgresUrl') !== '';

let h: TestHotline;
let folder: { path: string; drop: () => void };
beforeAll(async () => {
  h = await openHotline({ now: monday });
  folder = temporaryFolder();
});
afterAll(async () => {
  await h.close();
  folder.drop();
});

let named = 0;
/** Of the store as it stands now, to a file of its own. */
const backedUp = (from: TestHotline = h) =>
  backup(from.store, join(folder.path, `backup-${++named}`), () => from.clock.now);

/** Logs so many appeals and returns what their citizens hold. */
async function log(at: TestHotline, count: number, key?: string) {
  const cookie = await at.signIn('agent');
  const numbers: string[] = [];
  for (let i = 0; i < count; i++) {
    const answer = await at.server.inject({
      method: 'POST',
      url: '/api/appeals',
      headers: { cookie, ...(key ? { 'idempotency-key': `${key}-${i}` } : {}) },
      payload: {
        channel: 'phone',
        kind: 'help',
        content: '湖前新村三号楼整栋停水，请尽快恢复供水。',
        citizen: { phone: '19900001234' },
      },
    });
    expect(answer.statusCode).toBe(201);
    numbers.push((answer.json() as { appeal: { number: string } }).appeal.number);
  }
  return numbers;
}

async function unused(): Promise<string> {
  const { url, drop } = await emptyPlace();
  onTestFinished(drop);
  return url;
}

/** The backup restored to a place of its own, and a hotline open on it at the same clock. */
async function restored(file: string, at: string, place?: { url: string }) {
  const where = place ?? { url: await unused() };
  const done = await restore(file, where.url, { replace: place !== undefined, now: () => at, keepIn: folder.path });
  const again = await openHotline({ beside: { ...h, store: { ...h.store, url: where.url } } });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await again.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { done, again, url: where.url, close };
}

const numbersIn = async (at: TestHotline) =>
  (await at.store.reader.selectFrom('appeal').select('number').orderBy('n').execute()).map(({ number }) => number);

describe('a backup', () => {
  test('loses nothing that was acknowledged before it began, while appeals go on being logged', async () => {
    const before = await log(h, 60);
    let isLoading = true;
    const during: string[] = [];
    const load = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (isLoading) during.push(...(await log(h, 1)));
      }),
    );
    const { file, manifest } = await backedUp();
    isLoading = false;
    await load;
    expect(during.length).toBeGreaterThan(0);
    const { again } = await restored(file, h.clock.now);
    const kept = await numbersIn(again);
    expect(before.filter((number) => !kept.includes(number))).toEqual([]);
    expect(kept).toHaveLength(manifest.rows['appeal'] ?? 0);
    expect(manifest.seq).toBe((await readHead(again.store.reader)).seq);
    expect((await verify(again.store)).checks.filter((c) => !c.ok)).toEqual([]);
  });

  test('is never written over another one, and only its owner may read it', async () => {
    const { file } = await backedUp();
    await expect(backup(h.store, file, () => h.clock.now)).rejects.toThrow('不会覆盖');
    for (const path of [file, `${file}.json`]) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('given a folder is named after the instant', async () => {
    const { file } = await backup(h.store, `${folder.path}/nightly/`, () => monday);
    expect(file).toBe(join(folder.path, 'nightly', `hotline-20261102T020000Z.${isPostgres() ? 'jsonl.gz' : 'db'}`));
  });

  test('of a store that breaks a promise does not count as one', async () => {
    const { again } = await restored((await backedUp()).file, h.clock.now);
    await again.store.writer
      .updateTable('head')
      .set((eb) => ({ seq: eb('seq', '+', 1) }))
      .execute();
    const target = join(folder.path, 'broken');
    await expect(backup(again.store, target, () => monday)).rejects.toThrow('核对不一致');
    expect([existsSync(target), existsSync(`${target}.json`), existsSync(`${target}.partial`)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a store that came back from a backup', () => {
  test('gives no number that was given after the backup, nor one that an earlier return gave', async () => {
    const given = [...(await numbersIn(h))];
    const add = (numbers: readonly string[]) => {
      for (const number of numbers) expect(given).not.toContain(number);
      given.push(...numbers);
    };
    const { file } = await backedUp();
    add(await log(h, 5));
    h.clock.now = tuesday;
    add(await log(h, 5));
    const first = await restored(file, tuesday);
    expect(first.done.untilDay).toBe('261103');
    // Tuesday stands in no row of the backup.
    add(await log(first.again, 5));
    h.clock.now = monday;
    add(await log(first.again, 5));
    await first.close();
    const second = await restored(file, tuesday, { url: first.url });
    add(await log(second.again, 5));
    h.clock.now = tuesday;
    add(await log(second.again, 5));
    await second.close();
    const later = '2026-11-03T05:00:00.000Z';
    const elsewhere = await restored(file, later);
    h.clock.now = later;
    add(await log(elsewhere.again, 5));
    h.clock.now = '2026-11-04T02:00:00.000Z';
    expect(await log(elsewhere.again, 1)).toEqual(['26110400001']);
    h.clock.now = monday;
  });

  test('gives no order’s number twice: one may have been given after the backup', async () => {
    const [number = ''] = await log(h, 1);
    const orderOn = async (at: TestHotline) => {
      const supervisor = await at.as('supervisor');
      const { id, version } = await at.store.reader
        .selectFrom('ticket')
        .select(['id', 'version'])
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      const { orders } = await supervisor.act(id, 'supervise', version, {
        level: 'city',
        demand: '请尽快处理并反馈。',
        days: 3,
      });
      return orders.map((order) => order.number);
    };
    expect(await orderOn(h)).toEqual([`${number}-督1`]);
    const { file } = await backedUp();
    const lost = (await orderOn(h)).at(-1);
    expect(lost).toBe(`${number}-督2`);
    const { again } = await restored(file, h.clock.now);
    h.clock.now = '2026-11-02T02:30:00.000Z';
    expect(await orderOn(again)).toEqual([`${number}-督1`, `${number}-督12`]);
    h.clock.now = monday;
  });

  test('has another epoch: a console that knew the lost history starts over', async () => {
    const before = await readHead(h.store.reader);
    const { file } = await backedUp();
    await log(h, 3);
    const { again } = await restored(file, h.clock.now);
    await log(again, 3);
    const url = (await again.server.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws');
    const socket = new WebSocket(`${url}/api/live`, { headers: { cookie: await again.signIn('dispatcher') } });
    onTestFinished(() => socket.terminate());
    await once(socket, 'open');
    // As far as it had come before the backup: in the same history it would be told only what came after.
    socket.send(JSON.stringify({ t: 'hello', cursor: { ...before, scopeVersion: 1 }, subscribe: [] }));
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(String(data))).toMatchObject({ t: 'reset', reason: 'epoch' });
  });

  test('ends every session', async () => {
    const cookie = await h.signIn('agent');
    const { done, again } = await restored((await backedUp()).file, h.clock.now);
    expect(done.sessionsEnded).toBeGreaterThan(0);
    const ask = (at: TestHotline) => at.server.inject({ method: 'GET', url: '/api/tickets', headers: { cookie } });
    expect([(await ask(h)).statusCode, (await ask(again)).statusCode]).toEqual([200, 401]);
  });

  test('knows the keys of before the backup, and takes those of after it as new', async () => {
    const [kept] = await log(h, 1, 'key-of-before');
    const { file } = await backedUp();
    const [lost] = await log(h, 1, 'key-of-after');
    const { again } = await restored(file, h.clock.now);
    expect(await log(again, 1, 'key-of-before')).toEqual([kept]);
    expect(await log(again, 1, 'key-of-after')).not.toEqual([lost]);
  });

  test('finds what was indexed before, and indexes what comes', async () => {
    await catchUp(h.hotline, finder);
    const { again } = await restored((await backedUp()).file, h.clock.now);
    await log(again, 1);
    const found = async () =>
      (await (await again.as('dispatcher')).call('search', { query: { q: '湖前新村', limit: 100 } })).items.length;
    const count = await found();
    expect(count).toBeGreaterThan(50);
    await catchUp(again.hotline, finder);
    const { items, index } = await (await again.as('dispatcher')).call('search', {
      query: { q: '湖前新村', limit: 100 },
    });
    expect(items.length).toBe(Math.min(100, (await numbersIn(again)).length));
    expect(index.behind).toBe(0);
  });
});

test('hotline backup and hotline restore are those functions, for a store that a server is running on', async () => {
  const [number] = await log(h, 1);
  const release = lockStore(h.store.url, '热线服务');
  const made = await hotlineCommand(h.store.url, 'backup', `${folder.path}/by-command/`, '--json');
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
    const { file } = await backedUp();
    truncateSync(file, statSync(file).size - 1);
    await expect(trying(file)).rejects.toThrow('可能被截断或改动');
    appendFileSync(file, 'x');
    await expect(trying(file)).rejects.toThrow('可能被截断或改动');
    unlinkSync(file);
    await expect(trying(file)).rejects.toThrow('没有备份文件');
    unlinkSync(`${file}.json`);
    await expect(trying(file)).rejects.toThrow('备份没有完成');
  });

  test('a backup of a newer version', async () => {
    const { file, manifest } = await backedUp();
    writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, version: steps.length + 1 }));
    await expect(trying(file)).rejects.toThrow('比本程序');
  });

  test('a backup of the other kind of store', async () => {
    const { file, manifest } = await backedUp();
    writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, engine: isPostgres() ? 'sqlite' : 'postgres' }));
    await expect(trying(file)).rejects.toThrow('不能恢复到');
  });

  test('a backup over a store that holds something, unless told to; what stood there is kept', async () => {
    const { file } = await backedUp();
    const { url, close, again } = await restored(file, monday);
    const [late] = await log(again, 1);
    await close();
    await expect(trying(file, url)).rejects.toThrow('--replace');
    const { kept } = await restore(file, url, { replace: true, now: () => monday, keepIn: folder.path });
    const put = kept ?? '';
    expect(existsSync(put)).toBe(true);
    if (isPostgres()) expect(JSON.parse(readFileSync(`${put}.json`, 'utf8'))).toMatchObject({ engine: 'postgres' });
    else {
      const old = await openHotline({ beside: { ...h, store: { ...h.store, url: `file:${put}` } } });
      expect(await numbersIn(old)).toContain(late);
      await old.close();
    }
  });

  test('a backup over a store that a server is running on', async () => {
    const { file } = await backedUp();
    const { url } = await restored(file, monday);
    const release = lockStore(url, '热线服务');
    onTestFinished(release);
    await expect(restore(file, url, { replace: true, now: () => monday, keepIn: folder.path })).rejects.toThrow('正由');
  });
});
