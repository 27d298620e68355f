import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalog, useCatalog, watchCatalog } from './catalog.ts';

let name = '';
beforeEach(() => {
  name = '市城管委';
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async () => {
    const department = { id: 'd1', name, shortName: name, centreId: 'fz', parentId: null, path: 'fz.d1.', duties: '' };
    const centres = [{ id: 'fz', name: '福州', utcOffsetMinutes: 480, areaCode: '0591' }];
    return Response.json({
      centreId: 'fz',
      centres,
      departments: [department],
      categories: [],
      regions: [],
      calendar: null,
      verbs: {},
    });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a console that stays open learns of a changed catalogue, and draws nothing again for the same one', async () => {
  await loadCatalog();
  const first = useCatalog.getState();
  const stop = watchCatalog();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(useCatalog.getState()).toBe(first);
  name = '市城市管理局';
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(useCatalog.getState().departments.get('d1')?.shortName).toBe('市城市管理局');
  stop();
  name = '别的名字';
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(useCatalog.getState().departments.get('d1')?.shortName).toBe('市城市管理局');
});
