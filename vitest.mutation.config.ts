import { defineConfig } from 'vitest/config';

/** Only what must be strong by itself: the pure tests of the pure core, with fewer random cases, many thousand times over. */
export default defineConfig({
  test: { include: ['shared/src/{ticket,time,figures,people}/**/*.test.ts'], env: { HOTLINE_RUNS: '60' } },
});
