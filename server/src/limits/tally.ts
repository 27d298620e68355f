/** Counts requests in memory, and shares with the other nodes what has become much. */
export type Tally = {
  /** Counts one under the key, in the window that ends at `until`; how many all nodes are known to have counted. */
  add(key: string, until: string, most: number): number;
};

type Entry = { until: string; own: number; told: number; others: number; isTelling: boolean };

const mostKnown = 50_000;
/** What one node has not told yet is at most this part of a limit: below it nothing is written at all. */
const untold = 8;

/** `tell` adds to what is counted for all and answers the sum. A store that is out of reach lets people work on. */
export function openTally(tell: (key: string, until: string, count: number) => Promise<number>): Tally {
  const entries = new Map<string, Entry>();
  const share = async (key: string, entry: Entry, least: number): Promise<void> => {
    entry.isTelling = true;
    // Whoever asks fast has asked again by the time the store has answered.
    for (let count = entry.own - entry.told; count >= least; count = entry.own - entry.told) {
      const sum = await tell(key, entry.until, count).catch(() => null);
      if (sum === null) break;
      entry.told += count;
      entry.others = sum - entry.told;
    }
    entry.isTelling = false;
  };
  return {
    add(key, until, most) {
      let entry = entries.get(key);
      if (entry?.until !== until) {
        if (entries.size >= mostKnown) forgetEnded(entries, until);
        entry = { until, own: 0, told: 0, others: 0, isTelling: false };
        entries.set(key, entry);
      }
      entry.own += 1;
      const least = Math.max(1, most / untold);
      if (!entry.isTelling && entry.own - entry.told >= least) void share(key, entry, least);
      return entry.own + entry.others;
    },
  };
}

function forgetEnded(entries: Map<string, Entry>, until: string): void {
  for (const [key, entry] of entries) if (entry.until < until) entries.delete(key);
  // So many at once are no people: better nobody is counted than nobody else can be.
  if (entries.size >= mostKnown) entries.clear();
}
