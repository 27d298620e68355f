/** What a run counted, as its last line says it: `N passed, N failed, N skipped`. */
export type Tally = { passed: number; failed: number; skipped: number };

/**
 * The tally of a run that has ended. One that ended without its line, or badly although its line names no failure, counts
 * as one failure more: silence is no success.
 */
export function tallyOf(output: string, exitCode: number | null): Tally {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  if (!last) return { passed: 0, failed: 1, skipped: 0 };
  const [passed = 0, failed = 0, skipped = 0] = last.slice(1).map(Number);
  return { passed, failed: exitCode === 0 ? failed : Math.max(1, failed), skipped };
}

export const total = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, t) => ({ passed: sum.passed + t.passed, failed: sum.failed + t.failed, skipped: sum.skipped + t.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );

export const lineOf = ({ passed, failed, skipped }: Tally) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
