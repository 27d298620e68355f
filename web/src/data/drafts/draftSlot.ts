import { useEffect, useState } from 'react';
import { keepInTab, keptInTab } from '../personKeys.ts';
import { hearTabs, tellTabs } from '../tabs.ts';

/** How long the other tabs have to say which drafts they hold. */
const patienceMs = 150;

/**
 * What tabs say to each other: `key` null asks who holds a draft of `base`, or the one of that name; otherwise it says who
 * does, and since when.
 */
type Said = { readonly base: string; readonly key: string | null; readonly since: number };

/**
 * The draft of a form that several tabs may have open at once: each tab has its own, `base`, `base-2`, `base-3`… It takes
 * the one it had before it was loaded again, else the first that no other tab holds, so that what a closed tab or a
 * computer that went off left is found by the next one. Null until the other tabs had time to answer.
 */
export function useDraftSlot(base: string): string | null {
  const [slot, setSlot] = useState<string | null>(null);
  useEffect(() => {
    const taken = new Set<string>();
    let mine: Said | null = null;
    const tell = (said: Said) => tellTabs('draft', JSON.stringify(said));
    const take = () => {
      const key = [keptInTab(base), ...slotsOf(base, taken.size + 1)].find((k) => k !== null && !taken.has(k)) ?? base;
      // Of two that took the same one at once, the earlier keeps it; no two have the same fraction.
      mine = { base, key, since: Date.now() + Math.random() };
      keepInTab(base, key);
      tell(mine);
      setSlot(key);
    };
    const stop = hearTabs('draft', (about) => {
      const said: Said = JSON.parse(about);
      if (said.base !== base) {
        if (said.key === null && said.base === mine?.key) tell(mine);
        return;
      }
      if (said.key === null || (said.key === mine?.key && said.since > mine.since)) {
        if (mine) tell(mine);
        return;
      }
      taken.add(said.key);
      if (said.key === mine?.key) take();
    });
    tell({ base, key: null, since: 0 });
    const timer = setTimeout(take, patienceMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [base]);
  return slot;
}

/** Which of these drafts another tab is showing now: what it holds is neither taken over nor dropped behind its back. */
export function heldElsewhere(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  return new Promise((resolve) => {
    const stop = hearTabs('draft', (about) => {
      const { key }: Said = JSON.parse(about);
      if (key !== null && keys.includes(key)) held.add(key);
    });
    for (const key of keys) tellTabs('draft', JSON.stringify({ base: key, key: null, since: 0 } satisfies Said));
    setTimeout(() => {
      stop();
      resolve(held);
    }, patienceMs);
  });
}

const slotsOf = (base: string, count: number) =>
  Array.from({ length: count }, (_, i) => (i ? `${base}-${i + 1}` : base));
