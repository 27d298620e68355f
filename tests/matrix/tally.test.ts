import { expect, test } from 'vitest';
import { lineOf, tallyOf, total } from './tally.ts';

const line = '✓ something\n12 passed, 0 failed, 1 skipped\n';

test('the last line of a run is what it counted', () => {
  expect(tallyOf(`3 passed, 0 failed, 0 skipped\n${line}`, 0)).toEqual({ passed: 12, failed: 0, skipped: 1 });
});

test('a run without its line, or one that ended badly, is a failure', () => {
  expect(tallyOf('Error: cannot start', 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyOf('', null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(tallyOf(line, 1)).toEqual({ passed: 12, failed: 1, skipped: 1 });
});

test('several runs end in one line', () => {
  expect(lineOf(total([tallyOf(line, 0), tallyOf(line, 1)]))).toBe('24 passed, 1 failed, 2 skipped');
});
