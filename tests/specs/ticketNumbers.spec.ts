import { logAppeal } from '@hotline/server/tickets/log';
import { system } from '@hotline/shared/people/actor';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'five', 5);
  await foundNeighbour(h, 'csv', 5);
});
afterAll(() => h.close());

test('two centres log on the same day and no two tickets share a number', async () => {
  const input = { channel: 'phone', kind: 'help', content: '路灯不亮，请修理。', citizen: {} } as const;
  const both = await Promise.all(
    ['five', 'csv'].map((centreId) => logAppeal(h.hotline, { actor: system, centreId, input })),
  );
  expect(new Set(both.map(({ appeal }) => appeal.number)).size).toBe(2);
});
