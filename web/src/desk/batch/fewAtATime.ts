import pLimit from 'p-limit';
import { mostInFlight } from './batch.ts';

/** Does `work` for each, no more than four at once; `isWanted` is asked before each. */
export async function fewAtATime<T>(
  items: readonly T[],
  isWanted: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const limit = pLimit(mostInFlight);
  await limit.map(items, async (item) => {
    if (isWanted()) await work(item);
  });
}
