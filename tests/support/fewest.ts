/**
 * As few of the steps as still fail, found within `limitMs` of wall time: halves, then quarters, and so on are left out
 * as long as what remains fails. Whatever has been found by then is the answer; nobody waits for the last step.
 */
export async function fewest<S>(
  steps: readonly S[],
  limitMs: number,
  fails: (steps: readonly S[]) => Promise<boolean>,
): Promise<readonly S[]> {
  const end = Date.now() + limitMs;
  let left = steps;
  for (let size = Math.ceil(left.length / 2); size >= 1 && Date.now() < end; ) {
    let isShorter = false;
    for (let from = 0; from < left.length && left.length > 1 && Date.now() < end; ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      if (without.length > 0 && (await fails(without))) {
        left = without;
        isShorter = true;
      } else from += size;
    }
    if (size === 1 && !isShorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return left;
}
