import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readHead } from '@hotline/db/cases/events';
import { backup } from '@hotline/server/backup/backup';
import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { verify } from '@hotline/server/jobs/verify';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { logAppeals, numbersIn, openBackups } from '../support/backups.ts';
import { monday, type TestHotline } from '../support/hotline.ts';

const tuesday = '2026-11-03T02:00:00.000Z';
const isPostgres = () => inject('postgresUrl') !== '';

let b: Awaited<ReturnType<typeof openBackups>>;
let h: TestHotline;
beforeAll(async () => {
  b = await openBackups();
  h = b.h;
});
afterAll(() => b.close());

describe('a backup', () => {
  test('loses nothing that was acknowledged before it began, while appeals go on being logged', async () => {
    const before = await logAppeals(h, 30);
    let isLoading = true;
    const during: string[] = [];
    const load = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let i = 0; isLoading && i < 50; i++) during.push(...(await logAppeals(h, 1)));
      }),
    );
    const { file, manifest } = await b.backedUp();
    isLoading = false;
    await load;
    expect(during.length).toBeGreaterThan(0);
    const { again } = await b.restored(file, h.clock.now);
    const kept = await numbersIn(again);
    expect(before.filter((number) => !kept.includes(number))).toEqual([]);
    expect(kept).toHaveLength(manifest.rows['appeal'] ?? 0);
    expect(manifest.seq).toBe((await readHead(again.store.reader)).seq);
  });

  test('keeps every promise that hotline verify looks after', async () => {
    const { again } = await b.restored((await b.backedUp()).file, h.clock.now);
    expect((await verify(again.store)).checks.filter((c) => !c.ok)).toEqual([]);
  });

  test('is never written over another one, and only its owner may read it', async () => {
    const { file } = await b.backedUp();
    await expect(backup(h.store, file, () => h.clock.now)).rejects.toThrow('不会覆盖');
    for (const path of [file, `${file}.json`]) expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('given a folder is named after the instant', async () => {
    const { file } = await backup(h.store, `${b.folder}/nightly/`, () => monday);
    expect(file).toBe(join(b.folder, 'nightly', `hotline-20261102T020000Z.${isPostgres() ? 'jsonl.gz' : 'db'}`));
  });

  test('of a store that breaks a promise does not count as one', async () => {
    const { again } = await b.restored((await b.backedUp()).file, h.clock.now);
    await again.store.writer
      .updateTable('head')
      .set((eb) => ({ seq: eb('seq', '+', 1) }))
      .execute();
    const target = join(b.folder, 'broken');
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
    const { file } = await b.backedUp();
    add(await logAppeals(h, 5));
    h.clock.now = tuesday;
    add(await logAppeals(h, 5));
    const first = await b.restored(file, tuesday);
    expect(first.done.untilDay).toBe('261103');
    // Tuesday stands in no row of the backup.
    add(await logAppeals(first.again, 5));
    h.clock.now = monday;
    add(await logAppeals(first.again, 5));
    await first.close();
    const second = await b.restored(file, tuesday, { url: first.url });
    add(await logAppeals(second.again, 5));
    h.clock.now = tuesday;
    add(await logAppeals(second.again, 5));
    await second.close();
    const later = '2026-11-03T05:00:00.000Z';
    const elsewhere = await b.restored(file, later);
    h.clock.now = later;
    add(await logAppeals(elsewhere.again, 5));
    h.clock.now = '2026-11-04T02:00:00.000Z';
    expect(await logAppeals(elsewhere.again, 1)).toEqual(['26110400001']);
    h.clock.now = monday;
  });

  test('gives no order’s number twice: one may have been given after the backup', async () => {
    const [number = ''] = await logAppeals(h, 1);
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
    const { file } = await b.backedUp();
    const lost = (await orderOn(h)).at(-1);
    expect(lost).toBe(`${number}-督2`);
    const { again } = await b.restored(file, h.clock.now);
    h.clock.now = '2026-11-02T02:30:00.000Z';
    expect(await orderOn(again)).toEqual([`${number}-督1`, `${number}-督12`]);
    h.clock.now = monday;
  });

  test('has another epoch: a console that knew the lost history starts over', async () => {
    const before = await readHead(h.store.reader);
    const { file } = await b.backedUp();
    await logAppeals(h, 3);
    const { again } = await b.restored(file, h.clock.now);
    await logAppeals(again, 3);
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
    const { done, again } = await b.restored((await b.backedUp()).file, h.clock.now);
    expect(done.sessionsEnded).toBeGreaterThan(0);
    const ask = (at: TestHotline) => at.server.inject({ method: 'GET', url: '/api/tickets', headers: { cookie } });
    expect([(await ask(h)).statusCode, (await ask(again)).statusCode]).toEqual([200, 401]);
  });

  test('knows the keys of before the backup, and takes those of after it as new', async () => {
    const [kept] = await logAppeals(h, 1, 'key-of-before');
    const { file } = await b.backedUp();
    const [lost] = await logAppeals(h, 1, 'key-of-after');
    const { again } = await b.restored(file, h.clock.now);
    expect(await logAppeals(again, 1, 'key-of-before')).toEqual([kept]);
    expect(await logAppeals(again, 1, 'key-of-after')).not.toEqual([lost]);
  });

  test('finds what was indexed before, and indexes what comes', async () => {
    await catchUp(h.hotline, finder);
    const { again } = await b.restored((await b.backedUp()).file, h.clock.now);
    await logAppeals(again, 1);
    const found = async () =>
      (await (await again.as('dispatcher')).call('search', { query: { q: '湖前新村', limit: 100 } })).items.length;
    const count = await found();
    expect(count).toBeGreaterThan(30);
    await catchUp(again.hotline, finder);
    const { items, index } = await (await again.as('dispatcher')).call('search', {
      query: { q: '湖前新村', limit: 100 },
    });
    expect(items.length).toBe(Math.min(100, (await numbersIn(again)).length));
    expect(index.behind).toBe(0);
  });
});
