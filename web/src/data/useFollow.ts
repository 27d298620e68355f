import { useEffect, useRef } from 'react';

export type Follow = {
  /** Calls whenever something has changed; returns how to stop. A function of a module, the same at every drawing. */
  watch: (changed: () => void) => () => void;
  atMostEveryMs: number;
};

/** Does it again when something has changed: at most once in the time given, and never twice at once. */
export function useFollow(follow: Follow | undefined, again: () => Promise<void>): void {
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
      await latest.current();
      isAsking = false;
      // What changed while the answer was under way may not be in it.
      if (isChanged) hear();
    };
    const hear = () => {
      isChanged = true;
      if (!isAsking && !isStopped) timer ??= setTimeout(() => void ask(), atMostEveryMs);
    };
    const stop = watch(hear);
    return () => {
      isStopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [watch, atMostEveryMs]);
}
