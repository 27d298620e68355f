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

export function openTurns({ turn, gatherMs = 0, lookMs }: Turn, log: (error: unknown) => void): Turns {
  let line: Promise<unknown> = Promise.resolve();
  let isWoken = false;
  let isClosed = false;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const looking = lookMs === undefined ? undefined : setInterval(wake, lookMs).unref();

  function wake(): void {
    if (isWoken || isClosed) return;
    isWoken = true;
    if (gatherMs > 0) gathering = setTimeout(begin, gatherMs);
    else setImmediate(begin);
  }
  function begin(): void {
    if (isClosed) return;
    between(async () => {
      isWoken = false;
      if (await turn()) wake();
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
