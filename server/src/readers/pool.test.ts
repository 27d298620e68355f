import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@hotline/db/migrate';
import { openStore, type Store } from '@hotline/db/store/open';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskOptions, threadReaders } from './pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-readers-'));
let store: Store;
beforeAll(async () => {
  store = openStore(`file:${join(folder, 'a.db')}`);
  await migrate(store);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Readers whose thread answers the questions of pool.thread.test-support.ts. */
const open = () => {
  const readers = threadReaders(
    { url: store.url, bringsHome: false },
    join(import.meta.dirname, 'pool.thread.test-support.ts'),
  );
  const ask = readers.ask as unknown as (name: string, input: unknown, options?: AskOptions) => Promise<unknown>;
  return { ask, close: readers.close };
};
const begun = (ask: ReturnType<typeof open>['ask'], options: AskOptions = {}) => {
  let answer: Promise<unknown> = Promise.resolve();
  const told = new Promise<void>((onProgress) => {
    answer = ask('forever', {}, { ...options, onProgress: () => onProgress() });
    answer.catch(() => undefined);
  });
  return told.then(() => ({ answer }));
};

test('another thread reads what this one wrote', async () => {
  const { ask, close } = open();
  expect(await ask('head', {})).toBe(0);
  await store.writer.updateTable('head').set({ seq: 5 }).execute();
  expect(await ask('head', {})).toBe(5);
  await close();
});

test('a refusal stays a refusal and a fault keeps its code', async () => {
  const { ask, close } = open();
  await expect(ask('refuse', {})).rejects.toMatchObject({ name: 'Refusal', code: 'conflict', details: { why: 1 } });
  await expect(ask('fail', {})).rejects.toMatchObject({ message: 'broken', code: 'SQLITE_CORRUPT' });
  await expect(ask('head', () => undefined)).rejects.toThrow('could not be cloned');
  await close();
});

test('when the thread dies all it was asked is answered with an error, and the next question finds a new one', async () => {
  const { ask, close } = open();
  const { answer } = await begun(ask);
  const died = ask('die', {});
  await expect(died).rejects.toMatchObject({ code: 'unavailable' });
  await expect(answer).rejects.toMatchObject({ code: 'unavailable' });
  expect(await ask('head', {})).toBe(5);
  await close();
});

test('a long question is called off alone, and by closing; after that nothing is taken', async () => {
  const { ask, close } = open();
  const off = new AbortController();
  const { answer: one } = await begun(ask, { signal: off.signal });
  const { answer: two } = await begun(ask);
  off.abort();
  await expect(one).rejects.toMatchObject({ code: 'unavailable' });
  expect(await ask('head', {})).toBe(5);
  await close();
  await expect(two).rejects.toMatchObject({ code: 'unavailable' });
  await expect(ask('head', {})).rejects.toMatchObject({ code: 'unavailable' });
});

test('the log is brought home while the thread lives, and is gone once the store is closed', async () => {
  const file = join(folder, 'b.db');
  const other = openStore(`file:${file}`);
  await migrate(other);
  const inLog = statSync(`${file}-wal`).size;
  expect(inLog).toBeGreaterThan(100_000);
  const readers = threadReaders({ url: other.url, bringsHome: true });
  readers.start();
  await expect.poll(() => statSync(file).size, { timeout: 10_000 }).toBeGreaterThan(100_000);
  await readers.close();
  await other.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});
