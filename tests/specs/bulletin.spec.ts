import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline({ now: '2026-11-02T02:00:00.000Z', days: 25, perDay: 5 });
});
afterAll(() => h.close());

const rankedBy = 'departmentTimelyReplyRate';

test('the manager publishes October; an excuse on the 3rd changes what is counted, not what was published', async () => {
  const manager = await h.as('manager');
  await expect(manager.call('publishBulletin', { body: { month: '2026-11' } })).rejects.toMatchObject({
    code: 'conflict',
  });

  const published = await manager.call('publishBulletin', { body: { month: '2026-10' } });
  expect(published.revisions).toMatchObject([{ revision: 1, note: null }]);
  const ranking = published.figures.find(({ definition }) => definition.id === rankedBy);
  expect(ranking?.total.published).toMatchObject({
    numerator: ranking?.total.now?.numerator,
    denominator: ranking?.total.now?.denominator,
  });
  expect(ranking?.rows.length).toBeGreaterThan(3);

  const late = await manager.call('figureRows', {
    params: { name: rankedBy },
    query: { from: '2026-10-01', to: '2026-10-31', part: 'rest', limit: 1 },
  });
  const dispatch = late.items[0];
  if (!dispatch) throw new Error('nobody was late in October');
  h.clock.now = '2026-11-03T02:00:00.000Z';
  const supervisor = await h.as('supervisor');
  await supervisor.act(dispatch.ticketId ?? '', 'excuse', null, {
    dispatchId: dispatch.id,
    reason: '台风停工，附应急响应通知。',
  });

  const later = await (await h.as('auditor')).call('bulletin', { params: { month: '2026-10' } });
  const now = later.figures.find(({ definition }) => definition.id === rankedBy);
  expect(now?.total.published).toEqual(ranking?.total.published);
  expect(now?.total.now?.denominator).toBe((ranking?.total.now?.denominator ?? 0) - 1);
  expect(now?.total.now?.excluded['excused']).toBe((ranking?.total.now?.excluded['excused'] ?? 0) + 1);

  // Asked as of the moment of publication the rows still give the published number.
  const then = await manager.call('figure', {
    params: { name: rankedBy },
    query: { from: '2026-10-01', to: '2026-10-31', asOf: published.asOf },
  });
  expect(then.total.numerator).toBe(ranking?.total.published?.numerator);
  expect(then.total.denominator).toBe(ranking?.total.published?.denominator);

  await expect(manager.call('publishBulletin', { body: { month: '2026-10' } })).rejects.toMatchObject({
    code: 'conflict',
  });
  const corrected = await manager.call('publishBulletin', {
    body: { month: '2026-10', note: '更正：台风停工一件剔除。' },
  });
  expect(corrected.revisions.map((r) => r.revision)).toEqual([2, 1]);
  expect((await manager.call('bulletins', {})).items).toMatchObject([{ month: '2026-10', revision: 2 }]);
});

test('of two managers who publish at once one is told that the other was quicker', async () => {
  h.clock.now = '2026-12-01T02:00:00.000Z';
  const manager = await h.as('manager');
  const both = await Promise.allSettled(
    [1, 2].map(() => manager.call('publishBulletin', { body: { month: '2026-11' } })),
  );
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
});
