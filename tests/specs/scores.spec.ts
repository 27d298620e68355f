import type { Scores } from '@hotline/shared/api/scores';
import { defaultSchemes } from '@hotline/shared/assessment/defaultSchemes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline({ now: '2026-11-02T02:00:00.000Z', days: 25, perDay: 8 });
});
afterAll(() => h.close());

const october = { month: '2026-10' };
const scores = async (who: Parameters<TestHotline['as']>[0], id: string, query: object = october): Promise<Scores> =>
  (await h.as(who)).call('scores', { params: { id }, query });

test('a score is what anybody counts again from the figures beside it', async () => {
  const { rows, scheme, from, to } = await scores('manager', 'three-rates');
  expect({ from, to }).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(rows.filter(({ score }) => score !== null).length).toBeGreaterThan(5);
  const manager = await h.as('manager');
  for (const row of rows) {
    let [sum, weights] = [0, 0];
    for (const [i, { figure, weight }] of scheme.parts.entries()) {
      const query = { from, to, departmentIs: row.departmentId };
      const { total } = await manager.call('figure', { params: { name: figure }, query });
      expect(row.parts[i]?.row?.denominator ?? 0).toBe(total.denominator);
      if (total.denominator === 0) continue;
      sum += (weight * total.numerator) / (total.denominator * total.unit);
      weights += weight;
    }
    if (weights === 0) expect(row.score).toBeNull();
    else expect(Number(row.score)).toBeCloseTo(Math.floor((10_000 * sum) / weights + 1e-9) / 100, 5);
  }
});

test('a department sees its own line, with its rank among all', async () => {
  const all = (await scores('manager', 'performance')).rows;
  const own = (await scores('watergroup', 'performance')).rows;
  expect(own).toHaveLength(1);
  expect(own[0]).toEqual(all.find(({ departmentId }) => departmentId === own[0]?.departmentId));
  expect(own[0]?.of).toBe(all.filter(({ rank }) => rank !== null).length);
});

test('the administrator weighs 基本满意 anew and ranks enterprises apart; what was published stays', async () => {
  const manager = await h.as('manager');
  const published = await manager.call('publishBulletin', { body: october });
  const before = await scores('manager', 'three-rates');
  const [water] = (await scores('watergroup', 'three-rates')).rows;

  const admin = await h.as('admin');
  const { schemes } = defaultSchemes();
  const groups = [{ id: 'enterprises', name: '公共服务企业', departmentIds: [water?.departmentId ?? ''] }];
  const changed = schemes.map((scheme) => ({ ...scheme, groups, leastCount: 1 }));
  const body = { version: 1, fairlyTenths: 6, schemes: changed, note: '按2026年考核办法调整。' };
  await expect(
    admin.call('saveSchemes', { body: { ...body, schemes: changed.map((s) => ({ ...s, parts: s.parts.slice(1) })) } }),
  ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('应为 100') });
  const saved = await admin.call('saveSchemes', { body });
  expect(saved.versions.map(({ version, note }) => [version, note])).toEqual([
    [2, '按2026年考核办法调整。'],
    [1, null],
  ]);
  await expect(admin.call('saveSchemes', { body })).rejects.toMatchObject({ code: 'stale' });

  const after = await scores('manager', 'three-rates');
  const satisfaction = (s: Scores) =>
    s.rows.reduce((sum, { parts }) => sum + (parts[2]?.row ? parts[2].row.numerator : 0), 0);
  expect(satisfaction(after)).toBeLessThan(satisfaction(before));
  expect(after.definitions[2]?.words).toContain('0.6×基本满意');
  const board = await manager.call('figure', {
    params: { name: 'satisfactionRate' },
    query: { from: '2026-10-01', to: '2026-10-31' },
  });
  expect(board.definition.numerator).toBe('满意 + 0.6×基本满意');
  expect(after.rows[0]).toMatchObject({ departmentId: water?.departmentId, groupId: 'enterprises', rank: 1, of: 1 });

  const later = await manager.call('bulletin', { params: october });
  expect(later.scores).toEqual(published.scores);
  const again = await manager.call('publishBulletin', { body: { ...october, note: '考核办法调整后更正。' } });
  expect(again.scores).not.toEqual(published.scores);
  expect(again.scores[0]?.rows[0]).toMatchObject({ group: '公共服务企业', rank: 1 });
});

test('a month that begins on the 19th runs to the 18th', async () => {
  const admin = await h.as('admin');
  const { set } = await admin.call('schemeSet', { query: {} });
  const schemes = set.schemes.map((scheme) => ({ ...scheme, monthStart: 19 }));
  await admin.call('saveSchemes', { body: { ...set, schemes } });
  const now = await scores('supervisor', 'performance', {});
  expect(now).toMatchObject({ month: '2026-11', from: '2026-10-19', to: '2026-11-18' });
});
