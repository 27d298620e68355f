/** One stream's own line of work: whatever it does stands in this line, one thing after the other. */
export type Turns = {
  /** There may be news: a turn follows. Those asked for before it begins are the same one. */
  wake(): void;
  /** Does something between two turns. @throws whatever `work` throws */
  between(work: () => Promise<void>): Promise<void>;
  /** Takes nothing more; resolves when what is under way has ended. */
  close(): Promise<void>;
};

export type Turn = {
  /** Tells what is new; true: more is known to be waiting. What fails is tried again: it must go on where it stood. */
  readonly turn: () => Promise<boolean>;
  /** News of so many milliseconds are told together; without it, those of one turn of the event loop. */
  readonly gatherMs?: number;
  /** Takes a turn by itself so often: what nobody here wakes it for is found by looking. */
  readonly lookMs?: number | undefined;
};

const retryMs = 1_000;
/**
 * Between two turns a stream rests so many times as long as the first of them took, and no longer than `mostRestMs`: to tell
 * one change costs each console a write, so where hundreds listen and changes come one after the other, those of a tenth of
 * a second are told together. Where few listen, or little happens, nothing waits.
 */
const restShare = 9;
const mostRestMs = 100;

export function openTurns({ turn, gatherMs = 0, lookMs }: Turn, log: (error: unknown) => void): Turns {
  let line: Promise<unknown> = Promise.resolve();
  let isWoken = false;
  let isClosed = false;
  let restsUntil = 0;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const looking = lookMs === undefined ? undefined : setInterval(wake, lookMs).unref();

  function wake(): void {
    if (isWoken || isClosed) return;
    isWoken = true;
    const waitMs = Math.max(gatherMs, restsUntil - performance.now());
    if (waitMs >= 1) gathering = setTimeout(begin, waitMs);
    else setImmediate(begin);
  }
  function begin(): void {
    if (isClosed) return;
    between(async () => {
      isWoken = false;
      const began = performance.now();
      const isMore = await turn();
      const ended = performance.now();
      // What is known to be waiting is behind already.
      restsUntil = isMore ? 0 : ended + Math.min((ended - began) * restShare, mostRestMs);
      if (isMore) wake();
    }).catch((error: unknown) => {
      if (isClosed) return;
      log(error);
      setTimeout(wake, retryMs).unref();
    });
  }
  function between(work: () => Promise<void>): Promise<void> {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  }
  return {
    wake,
    between,
    async close() {
      isClosed = true;
      clearInterval(looking);
      clearTimeout(gathering);
      await line;
    },
  };
}
