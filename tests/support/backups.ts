import { join } from 'node:path';
import { backup } from '@hotline/server/backup/backup';
import { restore } from '@hotline/server/backup/restore';
import { expect, onTestFinished } from 'vitest';
import { monday, openHotline, type TestHotline } from './hotline.ts';
import { emptyPlace, temporaryFolder } from './places.ts';

/** A hotline of its own with a folder for backups, and what stories about them do again and again. */
export async function openBackups() {
  const h = await openHotline({ now: monday });
  const folder = temporaryFolder();
  let named = 0;
  return {
    h,
    folder: folder.path,
    close: async () => {
      await h.close();
      folder.drop();
    },
    /** Of the store as it stands now, to a file of its own. */
    backedUp: (from: TestHotline = h) =>
      backup(from.store, join(folder.path, `backup-${++named}`), () => from.clock.now),
    /** The backup restored to a place of its own, and a hotline open on it at the same clock. */
    restored: async (file: string, at: string, place?: { url: string }) => {
      const { url } = place ?? { url: await unused() };
      const done = await restore(file, url, { replace: place !== undefined, now: () => at, keepIn: folder.path });
      const again = await openHotline({ beside: { ...h, store: { ...h.store, url } } });
      let isOpen = true;
      const close = async () => {
        if (isOpen) await again.close();
        isOpen = false;
      };
      onTestFinished(close);
      return { done, again, url, close };
    },
  };
}

/** Logs so many appeals and returns what their citizens hold. */
export async function logAppeals(at: TestHotline, count: number, key?: string) {
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

/** Where no store is yet, until the test ends. */
export async function unused(): Promise<string> {
  const { url, drop } = await emptyPlace();
  onTestFinished(drop);
  return url;
}

export const numbersIn = async (at: TestHotline) =>
  (await at.store.reader.selectFrom('appeal').select('number').orderBy('n').execute()).map(({ number }) => number);
