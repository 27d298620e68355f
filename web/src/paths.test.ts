import { expect, test } from 'vitest';
import { basename, paths } from './paths.ts';

test('every address of the console, filters only where they are set', () => {
  expect([
    paths.home(),
    paths.log(),
    paths.desk('dispatch'),
    paths.desk('inbox', { tab: 'handling', kind: 'help', region: undefined, q: '' }),
    paths.ticket('review', 't:1', { q: '停水' }),
    paths.reports({ from: '2026-11-01', to: '2026-11-30' }),
    paths.admin(),
    paths.admin('audit', { subject: '261102' }),
  ]).toMatchInlineSnapshot(`
    [
      "/",
      "/log",
      "/desk/dispatch",
      "/desk/inbox?tab=handling&kind=help",
      "/desk/review/t%3A1?q=%E5%81%9C%E6%B0%B4",
      "/reports?from=2026-11-01&to=2026-11-30",
      "/admin",
      "/admin/audit?subject=261102",
    ]
  `);
});

test('the console works under its own path and at the root', () => {
  expect(basename('/console/desk/all')).toBe('/console');
  expect(basename('/desk/all')).toBe('/');
});
