import { foldChanges } from '@hotline/db/figures/foldChanges';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';

/** So many changes in one transaction: people's commands wait for it some milliseconds at most. */
const atOnce = 100;
/** Together they are fewer, and whoever sums reads what waits in no time. */
const everyMs = 500;

/** Brings the changes of counters that wait into the counters: one transaction’s worth; whether there may be more. */
export async function foldOnce(hotline: Hotline): Promise<boolean> {
  const command = async (tx: Parameters<typeof foldChanges>[0]) => ({
    result: await foldChanges(tx, atOnce),
    events: [],
    deltas: [],
  });
  return (await hotline.writer.write(command, { background: true, lane: 'counters' })).result === atOnce;
}

/** Does so now and again until stopped, behind everybody's commands. */
export function startFoldingCounters(hotline: Hotline, log: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (!stopped && (await foldOnce(hotline)));
  };
  const timer = setInterval(() => {
    running ??= run()
      .catch((error: unknown) => {
        // The writer has closed: the process ends.
        if (!(error instanceof Refusal)) log(error);
      })
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
