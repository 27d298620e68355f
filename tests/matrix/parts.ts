import { longOnPostgres } from './longOnPostgres.ts';

/** One part of `pnpm test:matrix`: what it runs, or why it cannot be run yet. */
export type Part = {
  name: string;
  about: string;
  /** After `vitest run`. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Longer than this it has failed. On two cores with nothing else to do. */
  mostMinutes: number;
  /** What the product must learn first; counted as skipped, and `--part` runs it all the same. */
  skip?: string;
};

const browser = ['--project', 'browser'];

/** The most telling first: where the time runs out, the rest is named and counted as skipped. */
export const parts: readonly Part[] = [
  {
    name: 'pages',
    about: 'every page at 1366 × 768, zoomed in up to 200 %, and on a telephone; and with all that opens open',
    args: [...browser, 'tests/matrix/pages.spec.ts', 'tests/matrix/open.spec.ts'],
    env: {},
    mostMinutes: 12,
  },
  {
    name: 'older',
    about: 'the main story in Chromium 92, 109 and today’s, which offices have',
    args: [...browser, 'tests/matrix/older.spec.ts'],
    env: {},
    mostMinutes: 8,
  },
  {
    name: 'journeys',
    about: 'the longer journeys in the browser',
    args: [...browser, 'tests/browser/longer'],
    env: {},
    mostMinutes: 12,
  },
  {
    name: 'postgres',
    about: 'the long stories on PostgreSQL too',
    args: ['--project', 'postgres', ...longOnPostgres],
    env: {},
    mostMinutes: 8,
  },
  {
    name: 'http',
    about: 'the browser suite over plain http under a host name, which no browser calls secure',
    args: [...browser, 'tests/browser'],
    env: { HOTLINE_BROWSER_HOST: 'intranet.test' },
    mostMinutes: 15,
  },
  {
    name: 'fuzz',
    about: '10,000 requests from valid to absurd',
    args: ['--project', 'sqlite', 'tests/specs/fuzz.spec.ts', '--test-timeout', '420000'],
    env: { HOTLINE_RUNS: '10000' },
    mostMinutes: 8,
  },
  {
    name: 'values',
    about: '5,000 stored values by every way in, then every way out, on both stores',
    args: [...['--project', 'sqlite'], ...['--project', 'postgres'], 'tests/specs/everyValue.spec.ts'],
    env: { HOTLINE_RUNS: '5000' },
    mostMinutes: 6,
  },
  {
    name: 'cities',
    about: 'twenty random cities that live through months',
    args: ['--project', 'sqlite', 'tests/specs/city.spec.ts', '--test-timeout', '540000'],
    env: { HOTLINE_RUNS: '20' },
    mostMinutes: 10,
  },
];
