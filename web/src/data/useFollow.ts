import { useEffect, useRef } from 'react';

export type Follow = {
  /** Calls whenever something has changed; returns how to stop. A function of a module, the same at every drawing. */
  watch: (changed: () => void) => () => void;
  atMostEveryMs: number;
};

/** After an answer that did not come. */
const retryMs = 5_000;

/**
 * Does it again when something has changed: at most once in the time given, and never twice at once. `again` says whether
 * it was done; if not it is tried again, for what changed would otherwise stay unread until the next change.
 */
export function useFollow(follow: Follow | undefined, again: () => Promise<boolean>): void {
  const latest = useRef(again);
  latest.current = again;
  const { watch, atMostEveryMs = 0 } = follow ?? {};
  useEffect(() => {
    if (!watch) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isChanged = false;
    let isStopped = false;
    const ask = async () => {
      timer = undefined;
      isAsking = true;
      isChanged = false;
      const isDone = await latest.current();
      isAsking = false;
      // What changed while the answer was under way may not be in it.
      if (isChanged || !isDone) later(isDone ? atMostEveryMs : retryMs);
    };
    const later = (ms: number) => {
      if (!isStopped) timer ??= setTimeout(() => void ask(), ms);
    };
    const hear = () => {
      isChanged = true;
      if (!isAsking) later(atMostEveryMs);
    };
    const stop = watch(hear);
    return () => {
      isStopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [watch, atMostEveryMs]);
}
