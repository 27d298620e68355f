import { verbNames } from '@hotline/shared/ticket/verbs/index';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTally, liveThrough } from '../support/city/play.ts';
import { aStart, aStep } from '../support/city/steps.ts';
import { openHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(3, 1);
const length = 100;
const shown = (map: Map<string, number>) =>
  [...map]
    .sort()
    .map(([name, times]) => `${name} × ${times}`)
    .join(', ');

test(`${numRuns} cities live through ${length} steps and keep every promise at each of them`, {
  timeout: 120_000 + numRuns * 30_000,
}, async () => {
  const tally = emptyTally();
  await fc.assert(
    fc.asyncProperty(aStart, fc.array(aStep, { minLength: length, maxLength: length }), async (now, steps) => {
      const h = await openHotline({ now });
      try {
        await liveThrough(h, steps, tally);
      } finally {
        await h.close();
      }
    }),
    {
      numRuns,
      // Every day the same cities; other ones are for the long run.
      ...(process.env['HOTLINE_RUNS'] ? {} : { seed: 12345 }),
      ...(process.env['CITY_SEED'] ? { seed: Number(process.env['CITY_SEED']), path: process.env['CITY_PATH'] ?? '' } : {}),
      endOnFailure: process.env['CITY_DEBUG'] !== undefined,
      interruptAfterTimeLimit: 90_000 + numRuns * 30_000,
    },
  );
  console.info(`verbs: ${shown(tally.verbs)}\nrefusals: ${shown(tally.refusals)}`);
  expect(tally.verbs.size).toBeGreaterThan(20);
  if (numRuns < 40) return;
  // A corrected calendar has a story of its own: here the reference counts by one.
  expect(verbNames.filter((name) => !tally.verbs.has(name))).toEqual(['applyCalendar']);
  const codes = new Set([...tally.refusals.keys()].map((key) => key.split(' ')[0]));
  expect([...codes].sort()).toEqual(['conflict', 'forbidden', 'invalid', 'notFound', 'stale', 'wrongStatus']);
  expect(tally.refusals.size).toBeGreaterThan(40);
});
