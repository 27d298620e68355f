import { expect, test, vi } from 'vitest';
import { openTally } from './tally.ts';

const until = '2026-11-02T02:01:00.000Z';

test('what is little is nobody’s business, and all that has become much is told, however fast it came', async () => {
  const told: number[] = [];
  const tally = openTally(async (_, __, count) => {
    told.push(count);
    await Promise.resolve();
    return told.reduce((sum, n) => sum + n, 0);
  });
  for (let i = 0; i < 4; i++) tally.add('one', until, 40);
  expect(told).toEqual([]);
  for (let i = 0; i < 36; i++) tally.add('two', until, 40);
  await vi.waitFor(() => expect(told).toEqual([5, 31]));
});

test('what other nodes have counted counts here, and a store out of reach stops nobody', async () => {
  const heard = openTally(async (_, __, count) => count + 100);
  for (let i = 0; i < 5; i++) heard.add('one', until, 40);
  await vi.waitFor(() => expect(heard.add('one', until, 40)).toBeGreaterThan(100));
  const alone = openTally(async () => Promise.reject(new Error('no store')));
  for (let i = 1; i <= 20; i++) expect(alone.add('one', until, 40)).toBe(i);
});

test('another window begins at nothing', () => {
  const tally = openTally(async () => 0);
  expect([tally.add('one', until, 40), tally.add('one', until, 40)]).toEqual([1, 2]);
  expect(tally.add('one', '2026-11-02T02:02:00.000Z', 40)).toBe(1);
});
