import { mostInFlight } from './batch.ts';

/** Does `work` for each, no more than four at once; `isWanted` is asked before each. */
export async function fewAtATime<T>(
  items: readonly T[],
  isWanted: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined && isWanted(); item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: mostInFlight }, worker));
}
