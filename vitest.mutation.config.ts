import { defineConfig } from 'vitest/config';

/** Only what must be strong by itself: the pure tests of the pure core, with fewer random cases, many thousand times over. */
export default defineConfig({
  test: {
    include: ['shared/src/{ticket,time,figures,people}/**/*.test.ts'],
    env: { HOTLINE_RUNS: '60' },
    // Code that carries every mutant at once is several times slower; a mutant that never ends is found by the tool's own clock.
    testTimeout: 60_000,
  },
});
