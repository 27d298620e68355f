import { foldChanges } from '@hotline/db/figures/foldChanges';
import type { Tx } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';

/** So many changes in one transaction: people's commands wait for it some milliseconds. */
const atOnce = 2_000;
/** Together they are fewer; whoever sums reads what waits in no time. */
const everyMs = 500;

/**
 * Brings the oldest changes of counters into the counters; whether there may be more. They are put together on the readers'
 * thread, so that the writer only adds what they come to.
 */
export async function foldCounters(hotline: Hotline, most = atOnce): Promise<boolean> {
  const merged = await hotline.readers.ask('mergedChanges', most);
  if (merged.taken.length === 0) return false;
  const command = async (tx: Tx) => {
    if (!(await foldChanges(tx, merged))) throw new Refusal('conflict', '另一个节点正在汇总，稍后再试。');
    return { result: undefined, events: [], deltas: [] };
  };
  await hotline.writer.write(command, { background: true, lane: 'counters' });
  return merged.taken.length === most;
}

/** Does so now and again until stopped, behind everybody's commands. */
export function startFoldingCounters(hotline: Hotline, log: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (!stopped && (await foldCounters(hotline)));
  };
  const timer = setInterval(() => {
    running ??= run()
      .catch((error: unknown) => {
        // The process ends, or another node was quicker.
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
