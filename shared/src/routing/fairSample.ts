import type { Example } from './classifier.ts';

/**
 * At most `most` examples, in the order given: every label keeps its first ones, each as many as every other that has so
 * many. A rare label keeps all it has; what a frequent one would say a thousandth time is left out.
 */
export function fairSample<E extends Example>(examples: readonly E[], most: number): E[] {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  const share = fairShare([...counts.values()], most);
  const taken = new Map<string, number>();
  return examples.filter(({ label }) => {
    const n = (taken.get(label) ?? 0) + 1;
    taken.set(label, n);
    return n <= share;
  });
}

/** The largest share of each with which all together come to no more than `most`. */
function fairShare(counts: readonly number[], most: number): number {
  let left = most;
  for (const [i, count] of counts.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (counts.length - i));
    if (count > share) return share;
    left -= count;
  }
  return most;
}
