import { type VerbName, verbNames } from '@hotline/shared/ticket/verbs/index';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTally, liveThrough } from '../support/city/play.ts';
import { aStart, aStep, type Step } from '../support/city/steps.ts';
import { fewest } from '../support/fewest.ts';
import { openHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(3, 1);
const length = 100;
const shown = (map: Map<string, number>) =>
  [...map]
    .sort()
    .map(([name, times]) => `${name} × ${times}`)
    .join(', ');

// Every day the same cities; other ones are for the long run. The seed is told before anything happens.
const seed = Number(process.env['HOTLINE_SEED'] ?? (process.env['HOTLINE_RUNS'] ? Date.now() % 2 ** 31 : 12345));
const path = process.env['HOTLINE_PATH'];
/** How long a failure is made shorter before it is told as it is. */
const shrinkMs = 120_000;

/** Dues beyond the announced calendar, which these cities never reach: provisional.spec.ts says what becomes of them. */
const elsewhere: readonly VerbName[] = ['settleClocks'];

test(`${numRuns} cities live through ${length} steps and keep every promise at each of them`, {
  timeout: 120_000 + shrinkMs + numRuns * 30_000,
}, async () => {
  console.info(`${numRuns} cities from seed ${seed}${path ? `, path ${path}` : ''}`);
  const tally = emptyTally();
  let city = 0;
  const live = async (now: string, steps: readonly Step[]) => {
    const h = await openHotline({ now });
    try {
      await liveThrough(h, steps, tally);
    } finally {
      await h.close();
    }
  };
  let failed: { now: string; steps: readonly Step[]; error: unknown } | undefined;
  const details = await fc.check(
    fc.asyncProperty(aStart, fc.array(aStep, { minLength: length, maxLength: length }), async (now, steps) => {
      city += 1;
      if (numRuns > 10 && city % 10 === 0) console.info(`${city} cities, ${tally.steps} steps`);
      await live(now, steps).catch((error: unknown) => {
        console.error(`city ${city} of seed ${seed} fails: ${error instanceof Error ? error.message : String(error)}`);
        failed = { now, steps, error };
        throw error;
      });
    }),
    {
      numRuns,
      seed,
      ...(path ? { path } : {}),
      endOnFailure: true,
      interruptAfterTimeLimit: 90_000 + numRuns * 30_000,
      markInterruptAsFailure: true,
    },
  );
  if (failed) {
    const { now, steps } = failed;
    let { error } = failed;
    const few = await fewest(steps, shrinkMs, (fewer) =>
      live(now, fewer).then(
        () => false,
        (why: unknown) => {
          error = why;
          return true;
        },
      ),
    );
    throw new Error(
      `city ${city} of seed ${seed} (HOTLINE_SEED=${seed} HOTLINE_PATH=${details.counterexamplePath}) fails in ${few.length} steps`,
      { cause: error },
    );
  }
  expect(details.interrupted, `only ${city} of ${numRuns} cities in the time there was`).toBe(false);
  console.info(`verbs: ${shown(tally.verbs)}\nrefusals: ${shown(tally.refusals)}`);
  expect(tally.verbs.size).toBeGreaterThan(20);
  if (numRuns < 40) return;
  expect(verbNames.filter((name) => !tally.verbs.has(name) && !elsewhere.includes(name))).toEqual([]);
  const codes = new Set([...tally.refusals.keys()].map((key) => key.split(' ')[0]));
  expect([...codes].sort()).toEqual(['conflict', 'forbidden', 'invalid', 'notFound', 'stale', 'wrongStatus']);
  expect(tally.refusals.size).toBeGreaterThan(40);
});
